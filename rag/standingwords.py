"""The words that tell how somebody stands to an office, in English, German, French and Spanish."""

import re

from rag.comparisons.mentions import MONTHS

# All on folded text. Who "leaves in summer" is still in office; only what has happened makes an earlier holder.
# Who dismissed a claim, moved a motion or leads the Left Party is, too.
LEFT = (
    r"resigned|stepped down|retired|has left|(?<!the )left(?![ -](?:party|wing|bloc|alliance|front))|quit|moved (?:on|to)"
    r"|(?:dismissed|sacked)(?! (?:the|an?|his|her|their|its|any|all|claims?|reports?|critic\w+|calls?|accusations?|concerns?)\b)"
    r"|died|no longer|not stand again|departure|handed over|ousted"
    r"|trat .{0,40}zuruck|zuruckgetreten|verliess|verlassen|ruhestand|verabschiedet|abgelost|abgewahlt|schied|starb|gestorben"
    r"|verstorben|verstarb|est mort|est morte|est decedee?|murio|fallecio|ha (?:muerto|fallecido)"
    r"|entlassen|freigestellt|abberufen|niedergelegt"
    r"|demissionne|a quitte|est parti\w*|ne se represente|limogee?|dimitio|ha dimitido|se jubila|dejo|ceso|cesad[oa]|destituid[oa]"
    r"|despedid[oa]|(?:presento|ha presentado) (?:\w+ ){0,2}su (?:dimision|renuncia)|(?:a presente|presente) sa demission"
    r"|(?:annonce|announced) (?:sa demission|his resignation|her resignation)|(?:erklarte|erklart) (?:seinen|ihren) rucktritt"
    r"|(?:has|have) been suspended|suspendiert|beurlaubt|a ete suspendue?|(?:ha sido|fue) suspendid[oa]"
    r"|(?:handed in|tendered|submitted) (?:his|her) resignation|rucktritt eingereicht"
    r"|had (?:\w+ )?(?:led|headed|chaired|run|been|served|coached|held the)|avait (?:dirige|preside|ete|mene|entraine)"
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
    r"would (?:become|succeed|replace)|will (?:become|take|start|lead|succeed|replace|be (?:the |its |their |his )?(?:next|new))"
    r"|as (?:its|the|their|his"
    r"|her) (?:next|future)|joins (?:in|on|next)|takes? (?:up"
    r"|over|office)(?: \w+){0,4} (?:in|on|from|next)|starts? (?:on|in"
    r"|work)|designate|elect\b|from (?:\d|january|february|march|april|may|june"
    r"|july|august|september|october|november|december)|wird (?:zum|ab|im|neue\w*|sein\w*|ihr\w*|am)|zum \d|designiert\w*"
    r"|tritt .{0,30}\ban\b|kunftig\w*|(?:kommt|ubern\w+|beginnt|startet) (?:zu[rm]|im|ab|am|nach)\b"
    r"|prendra|sera|entrera|succedera|tomara|asumira|sera|sustituira"
)
STARTED = (
    r"took (?:charge|office|over|up)|taken over|sworn in|began work|started work|trat .{0,40}\ban\b|angetreten|leitet nun"
    r"|nun leitet|steht nun|tomo posesion|asumio"
    r"|a pris ses fonctions|preside desormais|ha tomado|gefuhrt"
)
NAMED = (
    r"elected|elects|gewahlt\w*|wahlte\w*|elue?s?|elegid[oa]|eligio|appoint\w*|named?|names|nominat\w*|ernannt\w*|berufen|nommee?"
    r"|nombrad[oa]|designad[oa]|designee?|successor|nachfolge\w*"
    r"|successeur|sucesor\w*"
    r"|will (?:become|be|take|succeed|replace|lead)|prendra l(?:a|es) (?:direction|tete|presidence|renes|commandes)|wird (?:neue\w*"
    r"|zum|zur)|sera|next|ubern(?:immt|ehmen)|verpflichtet\w*|takes? over|would (?:become|take|succeed|replace)"
)
ACTING = (
    r"acting|will act as|interim|caretaker|charge d'affaires|temporar\w+|provisional\w*|kommissarisch\w*|interims\w*"
    r"|geschaftsfuhrend\w*|ubergangsweise|l'interim"
    r"|steps? in|stands? in|fills? in|springt ein|vertritt|provisoirement|amtsgeschafte|par interim|interimaire|en funciones|interin[oa]"
    # "will take training until a successor is found"
    r"|until (?:an?|the|his|her|their) (?:\w+ )?(?:successor|replacement)|bis (?:ein\w?|zur wahl ein\w+) (?:\w+ )?nachfolge\w*"
    r"|en attendant (?:la nomination|l'election|qu)|jusqu'a (?:la nomination|l'election) d\w*|hasta (?:que se nombre|el nombramiento de)"
)
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
    r"|ancien(?:ne)?|sortante?|precedent|anterior|antiguo|antigua|saliente|exalcalde|expresident\w*"
)
# a cue that makes of whom it is said an earlier holder
SUCCEEDED = (
    r"replac(?:es|ed|ing)|succeed(?:s|ed|ing)?|takes over from|took over from|taken over from|successor (?:to|of)|instead of"
    r"|in place of|in succession to|predecessor"
    r"|lost|nachfolge[rn]?(?:in)? (?:von|des|der)|folgt auf|folgte auf|anstelle von|vorganger(?:in)?(?: war)?"
    r"|succed(?:e|ait|era) a|remplac\w+|a la place d\w*"
    r"|en remplacement d\w*|en (?:sustitucion|relevo) de|sustituy\w+ a|en lugar de|sucede a|sucedio a|reemplaz\w+ a"
    # who is parted with
    r"|part(?:s|ed) (?:company|ways) with|(?:sacks|sacked|fires|fired|dismisse[sd]|suspend(?:s|ed)|recall(?:s|ed)) (?:its|their|the"
    r"|his|her)"
    r"|trenn(?:t|te) sich von|(?:hat|haben) sich (?:\w+ ){0,4}von|(?:s'est|se sont|s'etait) separee?s? (?:\w+ ){0,2}d\w+|se separe d\w+"
    r"|prescind(?:e|io) de|(?:destituy(?:e|o)|ces(?:a|o)|despid(?:e|io)) a|mocion de censura contra"
    r"|(?:ended|ends|ending) the (?:\w+ )?(?:term|tenure|reign) of|beendete? die (?:\w+ )?amtszeit (?:von|des|der)"
    r"|met(?:tant)? fin (?:au mandat|a l'interim) d\w*|(?:puso|pone) fin (?:al mandato|a la interinidad) de"
    r"|(?:tras|desde|por) (?:la marcha|la salida|la dimision|la muerte|el cese|la destitucion) de"
    r"|(?:after|since|following) the (?:departure|resignation|death|dismissal|retirement|removal|exit) of"
    r"|(?:nach|seit) dem (?:abgang|weggang|ausscheiden|rucktritt|tod) (?:von|des|der)"
    r"|(?:apres|depuis|avec|suite (?:a|au)) (?:le |la )?(?:depart|deces|demission|mort|limogeage) d\w+"
)
# who is to be followed later on is still in office: "succeeds Dorothy Lisle in September"
TO_SUCCEED = (
    r"(?:will |to )?(?:succeeds?|replaces?|takes? over from)|folgt auf|succede(?:ra)? a|remplace(?:ra)?|sucede(?:ra)? a"
    r"|sustituye a|sustituira a"
)
LATER = re.compile(
    r"(?: as [\w' ]{1,60})?\W*(?:in|on|from|next|im|am|ab|zum|en|le|el|a partir d\w+)\s(?:the )?(?:\d|end|(?:early|mid|late)\b"
    r"|[^\W\d]+ (?:year|month|week)\b"
    rf"|(?:{'|'.join(MONTHS)}|spring|summer|autumn|winter|fruhjahr|sommer|herbst)\b)"
)
# whom somebody beat need not have been in office
BEATEN = re.compile(
    r"\b(?:beat(?:s|ing)?|defeat(?:s|ed|ing)|ahead of|besieg(?:t|te)|setzte sich gegen|gegen|a battu|bat|devant|(?:d')?avance sur|face a"
    # nor whom a report wrongly named, or a parliament rejected
    r"|wrongly \w+|mistakenly \w+|falschlich\w*|irrtumlich\w*|a tort|por error|reject(?:s|ed)|rechaz(?:a|o) a|rejette"
    r"|derrot(?:a|o) a|(?:por )?delante de|frente a|rivals?|opponents?|challengers?|gegenkandidat\w*|adversaires?)(?: [\w'.]+){0,3},? ?\Z"
)
HELD_IT = re.compile(r"\b(?:incumbent|sitting|outgoing|amtsinhaber\w*|bisherige\w*|sortante?|saliente|titular)\b")
# "hands the chair to Ann Berg in the autumn", "would leave in June. The board has named Ann Berg"
HANDED = r"(?:hands?|handing|passes|ubergibt|transmet|cede|entrega|passera|cedera|entregara)(?: [\w']+){0,8} (?:to|an|a)"
LEAVES_LATER = (
    r"(?:would|will|is to|plans to|wants to) (?:leave|step down|retire|go|stand down)|steps down (?:in|on)|retires (?:in|on)"
    r"|(?:legt|gibt|hort|geht|scheidet|verlasst) .{0,80}(?:nieder|ab|auf|aus|ruhestand)"
    r"|quittera|partira|prendra sa retraite|dejara|se jubilara|abandonara"
)
# what somebody denies: that he is to come, or that he was asked
TO_COME = (
    r"become|take over|succeed|run for|stand(?:ing)? for|candida\w+|contact\w*|kontakt\w*|talks|gesprach\w*|interest\w*"
    r"|interesse\w*|werden?"
    r"|wechsel\w*|kandid\w+|devenir|succeder|vaya a|va a ser|sera|ser\b"
)
# who will be followed is still in office, and who is nominated or elected only is not yet
WILL_SUCCEED = r"will (?:succeed|replace|take over from)|remplacera|succedera a|sustituira a|sucedera a|relevera"
ELECT = r"\w+[ -](?:elect|designate)|designierte[rnms]?|elect[oa]|nominat(?:es|ed)|nominier\w+|schlagt|propos(?:es|ed|e)|propuso|propone"
# "He starts in May.": what is said next of the first one named; folded
OF_HIM = re.compile(r"[.!?] ((?:he|she|er|sie|il|elle|el|ella)\b(?:(?! (?:who|qui|que|quien) )[^.,;!?]|(?<=\d)\.)*)")
BOTH = re.compile(r"\s(?:and|und|et|y|e|sowie)\s")
REPLACES = re.compile(rf"\b(?:{SUCCEEDED})\b")
# the same right before a name: "after the storm" is a time, and what "fand statt" took place
AFTER = r"after|statt|apres"
