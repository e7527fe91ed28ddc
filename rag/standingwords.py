"""The words that tell how somebody stands to an office, in English, German, French and Spanish."""

import re

from rag.comparisons.mentions import MONTHS

_SEASONS = (
    "spring|summer|autumn|fall|winter|fruhjahr|sommer|herbst|printemps|ete|automne|hiver|rentree|primavera|verano|otono|invierno|jahres\\w+"
)
# a day to come, as far as the words tell: "on 1 March", "next month", "im Herbst"
DAY = (
    rf"(?:in|on|from|im|am|ab|zum|en|au|le|el|fin|anfang|mitte|ende|a partir d\w+) (?:the |l'|la )?"
    rf"(?:\d+|end\b|(?:early|mid|late)\b|[^\W\d]+ (?:year|month|week)\b|(?:{'|'.join(MONTHS)}|{_SEASONS})\b)|next \w+"
)
# what is handed over with an office
_POST = (
    r"(?:the|den|das|die|la|le|les|el|las) (?:\w+ )?(?:chair|post|office|reins|helm|baton|presidency|vorsitz|amt|staffel|leitung"
    r"|fuhrung|zugel"
    r"|relais|temoin|presidence|direction|renes|presidencia|direccion|testigo|relevo|mando|cargo|riendas)"
)
# All on folded text. Who "leaves in summer" is still in office; only what has happened makes an earlier holder.
# Who dismissed a claim, moved a motion or leads the Left Party is, too.
LEFT = (
    r"resigned|stepped down|retired|has left|(?<!the )left(?![ -](?:party|wing|bloc|alliance|front))|quit|moved (?:on|to)"
    r"|(?:dismissed|sacked)(?! (?:the|an?|his|her|their|its|any|all|claims?|reports?|critic\w+|calls?|accusations?|concerns?)\b)"
    r"|was killed|getotet|ums leben|a ete tuee?|perdio la vida|(?:was|were|has been) (?:replaced|succeeded)\b.{0,40} by|remplacee? par"
    r"|died|no longer|not stand again|departure|handed over"
    r"|trat .{0,40}zuruck|zuruckgetreten|verliess|verlassen|ruhestand|verabschiedet|abgelost|abgewahlt|schied|starb|gestorben"
    r"|verstorben|verstarb|est mort|est morte|est decedee?|murio|fallecio|ha (?:muerto|fallecido)"
    r"|entlassen|freigestellt|abberufen|niedergelegt"
    r"|demissionne|a quitte|est parti\w*|ne se represente|(?<!\ba )limogee?|dimitio|ha dimitido|se jubila|dejo|ceso|(?:cesad"
    r"|destituid)[oa](?! al?\b)|n'est plus|ya no es|ist nicht (?:mehr|langer)"
    r"|despedid[oa](?! al?\b)|(?:presento|ha presentado) (?:\w+ ){0,2}su (?:dimision|renuncia)|(?:a presente|presente) sa demission"
    r"|(?:annonce|announced) (?:sa demission|his resignation|her resignation)|(?:erklarte|erklart) (?:seinen|ihren) rucktritt"
    r"|(?:has|have) been suspended|suspendiert|beurlaubt|a ete suspendue?|(?:ha sido|fue) suspendid[oa]"
    r"|(?:handed in|tendered|submitted) (?:his|her) resignation|rucktritt eingereicht"
    r"|(?:have|has) parted (?:company|ways)|(?:was|were|been) (?:\w+ )?ousted|ousted (?:as|from|by|in)"
    rf"|(?:handed|passed|ubergab|reichte|cedio|entrego|a (?:cede|passe|transmis|remis)|ha (?:cedido|entregado)) {_POST}"
    r"|had (?:\w+ )?(?:led|headed|chaired|run|been|served|coached|held the)|avait (?:dirige|preside|ete|mene|entraine)"
    r"|tr(?:itt|at) .{0,40}nicht (?:mehr|wieder|erneut) an|nicht mehr kandidier\w*|ne s'est pas representee?|no se (?:presento|presenta)"
    r"|did not (?:stand|seek|run)|\W*(?:his|her|its|their|sein|seine|ihr|ihre|son|su) (?:predecessor|vorganger|predecesseur"
    r"|antecesor|predecesor)"
    r"|habia (?:dirigido|presidido|sido|encabezado|liderado|entrenado)|hatte .{0,60}(?:geleitet|gefuhrt|trainiert|inne)"
)
DENIES = (
    r"denie[sd]|deny|wies .{0,60}zuruck|weist .{0,60}zuruck|bestreit\w+|bestritt|dementier\w*|dement\w*|nie[gn]\w*|nego|desmient\w+"
    r"|desmintio"
)
EXPECT = (
    r"(?:is|are|was|be) (?:widely )?expected|tipped|favou?rite|could (?:become|take|succeed)|candidate|rumou?red|gilt als"
    r"|gelten als|favorit\w*|im gesprach|\w*kandidat\w*|soll(?:en)? .*(?:werden|ubernehmen|leiten|fuhren|ablosen|folgen)|devrait|deberia"
    r"|pressenti\w*|favori\w*|candidat\w*|pourrait|previst\w+|favorit[oa]|podria|candidat[oa]|suena"
)
# of somebody only beside the name: "said that a rise was possible"
MAYBE = r"likely|moglicher?|possible"
FUTURE = (
    r"would (?:become|succeed|replace)|will (?:become|take|start|lead|succeed|replace|be (?:the |its "
    r"|their |his )?(?:next|new))"
    r"|as (?:its|the|their|his"
    r"|her) (?:next|future)|joins (?:in|on|next)"
    rf"|(?:takes? (?:up|over|office|charge|command|the \w+)|ubern\w+|tritt|prend|asume|toma)(?: [\w']+){{0,5}} (?:{DAY}|on \w+day)"
    rf""
    rf"|(?:{DAY})(?: \w+)? (?:ubern(?:immt|ehmen)|leitet|fuhrt|trainiert|folgt)|effective (?:from )?\d+|with effect from"
    rf"|mit wirkung (?:vom|zum)|a compter d\w+|con efecto"
    r"|starts? (?:on|in"
    r"|work)|designate|elect\b|from (?:the )?(?:\d+|january|february|march|april|may|june"
    r"|july|august|september|october|november|december)|wird (?:zum|ab|im|neue\w*|sein\w*|ihr\w*|am)|zum \d+|designiert\w*"
    r"|tritt .{0,30}\ban\b|kunftig\w*|(?:kommt|ubern\w+|beginnt|startet) (?:zu[rm]|im|ab|am|nach)\b"
    r"|prendra|sera(?: [\w']+){0,8} (?:par|por)\b|entrera|succedera|tomara|asumira|sustituira|(?:dirig|presid)(?:ira|era)|(?:lider"
    r"|encabez|entren|ocup)(?:ara|era)"
)
STARTED = (
    r"took (?:charge|office|over|up)|taken over|sworn in|began work|started work|trat .{0,40}\ban\b|angetreten|leitet nun"
    r"|nun leitet|steht nun|tomo posesion|asumio"
    r"|assumed (?:command|office)|(?:took|taken|has) (?:the )?(?:helm|reins|command)|a pris l(?:a|es) (?:renes|commandes|tete"
    r"|barre)|(?:tomo|tomado) las riendas"
    r"|a pris ses fonctions|preside desormais|ha tomado|gefuhrt"
)
NAMED = (
    r"elected|elects|signed|signs|hire[sd]|engage\w*|fichad[oa]|ficha|contratad[oa]|chosen|chooses|bestimmt|bestellt|gekurt"
    r"|choisie?|escogid[oa]|gewahlt\w*|wahlte\w*|elue?s?|elegid[oa]|eligio"
    r"|appoint\w*|named?|names|nominat\w*|ernannt\w*|berufen|nommee?"
    r"|nombrad[oa]|designad[oa]|designee?|successor|nachfolge\w*"
    r"|successeur|sucesor\w*"
    r"|will (?:become|be|take|succeed|replace|lead|chair|head|run|coach|manage)|(?:dirig|presid)(?:ira|era)|(?:lider|encabez|entren"
    r"|ocup)(?:ara|era)"
    r"|prendra l(?:a|es) (?:direction|tete|presidence|renes|commandes)|wird (?:neue\w*"
    r"|zum|zur)|sera|next|ubern(?:immt|ehmen)|verpflichtet\w*|takes? over|would (?:become|take|succeed|replace)"
)
ACTING = (
    r"acting|(?:will|would|to) act as|interim|caretaker|for now|for the time being|in the meantime|in charge meanwhile|cover(?:s|ing) for"
    r"|deputi(?:s|z)(?:es|ing) for|vorubergehend\w*"
    r"|hasta nuevo aviso|de momento|pro tem|vorerst|bis auf weiteres|einstweilen|nimmt .{0,60}wahr"
    r"|fuhrt die (?:\w+ )?geschafte|jusqu'a nouvel ordre|fait fonction|a titre provisoire|encargad[oa] de negocios"
    r"|charge d'affaires|temporar\w+|provisional\w*|kommissarisch\w*|interims\w*"
    r"|geschaftsfuhrend\w*|ubergangsweise|l'interim"
    r"|step(?:s|ping)? in|stand(?:s|ing)? in|fill(?:s|ing)? in|springt ein|vertritt|provisoirement|amtsgeschafte|par interim"
    r"|interimaire|en funciones|interin[oa]"
    # "takes the team until the winter break"
    r"|takes (?:\w+ ){0,4}until|(?:in charge|at the helm) until|ubern(?:immt|ahm) [^.]{0,60}\bbis\b|(?:tomara?|asumira?|asume"
    r"|dirigira) [^.]{0,60}\bhasta"
    r"|prend(?:ra)? [^.]{0,60}\bjusqu'a"
    # "will take training until a successor is found"
    r"|until (?:an?|the|his|her|their) (?:\w+ )?(?:successor|replacement)|bis (?:ein\w?|zur wahl ein\w+) (?:\w+ )?nachfolge\w*"
    r"|en attendant (?:la nomination|l'election|qu)|jusqu'a (?:la nomination|l'election) d\w*|hasta (?:que se nombre|el nombramiento de)"
)
# who acted may be given the office for good
CONFIRMED = r"confirmed in|confirmed as|bestatigt|confirmee? (?:a|dans|comme)|confirmad[oa] (?:en|como)|permanently"
# who is so when the article is written, whatever is told of others beside
CURRENT = (
    r"current|incumbent|sitting|derzeitige[rnms]?|amtierende[rnms]?|jetzige[rnms]?|heutige[rnms]?|aktuelle[rnms]?|actuel(?:le)?|actual"
)
TIMES = (
    r"on|in|last|this|\d+|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|spring|summer|autumn|winter|night|evening|afternoon|morning"
)
FORMER = (
    r"former|ex|outgoing|previous(?! (?:day|week|month|year|meeting|session|interview|statement|match|game)\b)"
    # "the late mayor", but "in late February"
    rf"|late(?! (?:{TIMES})\b)|bisherige[rnms]?|fruhere[rnms]?|ehemalige[rnms]?|scheidende[rnms]?|einstige[rnms]?"
    r"|ancien(?:ne)?|sortante?|precedent|anterior|antiguo|antigua|saliente|hasta (?:ahora|hoy)|jusqu'ici|exalcalde|expresident\w*"
)
# who stays until another comes
STAYS = (
    r"until then|bis dahin|d'ici la|hasta entonces"
    r"|seguira (?:\w+ ){0,3}(?:al frente|en el cargo)|stays on|reste (?:a son poste|en fonctions?)"
)
CLAIMED = r"(?:claims|reports|rumou?rs|speculation|geruchte|rumeurs|rumores) (?:that|wonach|dass|selon lesquelles|de que)"
# what somebody denies: that he is to come, or that he was asked
TO_COME = (
    r"become|take over|succeed|run for|stand(?:ing)? for|candida\w+|contact\w*|kontakt\w*|talks|gesprach\w*|interest\w*"
    r"|interesse\w*|werden?"
    r"|wechsel\w*|kandid\w+|devenir|succeder|vaya a|va a ser|sera|ser\b"
)
ELECT = r"\w+[ -](?:elect|designate)|designierte[rnms]?|elect[oa]|nominat(?:es|ed)|nominier\w+|schlagt|propos(?:es|ed|e)|propuso|propone"
# "He starts in May.": what is said next of the first one named; folded
OF_HIM = re.compile(r"[.!?] ((?:he|she|er|sie|il|elle|el|ella)\b(?:(?! (?:who|qui|que|quien) )[^.,;!?]|(?<=\d)\.)*)")
BOTH = re.compile(r"\s(?:and|und|et|y|e|sowie)\s")
