"""The words that tell who comes after whom in an office, and who is about to go, in English, German, French and Spanish."""

from rag.standingwords import DAY
from vectorstore.later import compile_later

# All on folded text.
# right before a name: "Fallece el arzobispo, …", "claims that …"
GONE = r"(?:fallece|fallecio|muere|murio|dimite|dimitio|renuncia|mort d\w+|deces d\w+|demission d\w+)(?: [\w']+){0,8}"
# "übergab Ann Berg den Vorsitz an …"
# "folgt Ann Berg nach"
FOLLOWS = r"folgt(?:e|en)?(?: \w+){0,2}"
# "Her successor, Ann Berg"
SUCCESSOR = r"(?:his|her|its|their|son|sa|leur|sein\w*|ihr\w*|su) (?:\w+ )?(?:successor|successeur\w*|nachfolger\w*|sucesora?)"
# whoever takes an office leaves another
TAKES = r"asume|asumira|asumio|ubernimmt|ubernahm|takes over|took over|reprend|prend"
HANDS = r"ubergab|ubergibt|reichte?"
# a cue that makes of whom it is said an earlier holder
SUCCEEDED = (
    r"(?:replac(?:es|ed|e|ing)|succeed(?:s|ed|ing)?)(?!(?: \w+){0,4} by\b)|(?:desplaz|desbanc)(?:a|o) a|reliev(?:es|ed|ing)"
    r"|(?:takes|took|taken) over(?: \w+){0,5} from|follows"
    r"|successor (?:to|of)|instead of"
    r"|in place of|in succession to|predecessor"
    r"|(?:vot(?:es|ed|ing) out|oust(?:s|ed|ing)|unseat(?:s|ed|ing)|toppl(?:es|ed|ing))|in die fussstapfen von|in the footsteps of"
    r"|marche sur les traces d\w*|lost|nachfolge[rn]?(?:in)? (?:von|des|der)|folgt(?:e|en)?(?: [\w.]+){0,4} auf|anstelle von"
    r"|vorganger(?:in)?(?: war)?|lost(?:e|en)?"
    r"|ubern(?:immt|ahm)(?: \w+){0,5} von|(?:pren|pris)\w*(?: \w+){0,2} (?:suite|place|releve|relais) d\w*|predecesseure?"
    r"|(?:toma\w*|tomo|cogi?\w*) el relevo de|(?:relev(?:a|o|ando)|sustitu(?:y\w+|ir)|reemplaz\w+|suced(?:e|io)) en (?:el|la|su"
    r"|sus) \w+ a|relev(?:a|o|ando) a|antecesora?|predecesora?"
    r"|succed(?:e|ait|era) a|remplac\w+(?! par)|a la place d\w*"
    r"|en remplacement d\w*|en (?:sustitucion|relevo) de|sustitu(?:y\w+|ir) a|en lugar de|suced(?:e|io) a|reemplaz\w+ a"
    # who is parted with
    r"|part(?:s|ed) (?:company|ways) with|(?:sacks|sacked|fires|fired|dismisse[sd]|suspend(?:s|ed)|recall(?:s|ed)) (?:its|their|the"
    r"|his|her)"
    r"|trenn(?:en|ten|t|te) sich von|(?:hat|haben) sich (?:\w+ ){0,4}von|(?:s'est|se sont|s'etait) separee?s? (?:\w+ ){0,2}d\w+"
    r"|se separe d\w+"
    r"|prescind(?:e|io) de|(?:destituy(?:e|o)|ces(?:a|o)|despid(?:e|io)|ha (?:destituido|cesado|despedido)) a|a (?:limoge|revoque"
    r"|ecarte)|mocion de censura contra"
    r"|(?:ended|ends|ending) the (?:\w+ )?(?:term|tenure|reign) of|beendete? die (?:\w+ )?amtszeit (?:von|des|der)"
    r"|met(?:tant)? fin (?:au mandat|a l'interim) d\w*|(?:puso|pone) fin (?:al mandato|a la interinidad) de"
    r"|(?:tras|desde|por) (?:la marcha|la salida|la dimision|la muerte|el cese|la destitucion) de"
    r"|accept(?:s|ed) the resignation of|accepte la demission d\w+|acept(?:a|o|ado) la (?:dimision|renuncia) de"
    r"|nahm den rucktritt (?:von|des|der)"
    r"|(?:after|since|following) the (?:departure|resignation|death|dismissal|retirement|removal|exit) of"
    r"|(?:nach|seit) dem (?:abgang|weggang|ausscheiden|rucktritt|tod) (?:von|des|der)"
    r"|(?:apres|depuis|avec|suite (?:a|au)) (?:le |la )?(?:depart|deces|demission|mort|limogeage) d\w+"
)
# who is to be followed later on is still in office: "succeeds Dorothy Lisle in September"
TO_SUCCEED = (
    r"(?:will |to )?(?:succeeds?|replaces?|takes? over from)|folgt auf|succede(?:ra)? a|remplace(?:ra)?|sucede(?:ra)? a"
    r"|sustituye a|sustituira a"
)
LATER = compile_later(rf"(?: as [\w' ]{{1,60}})?\W*(?:{DAY})")
# in the present: who "leaves the club", not in summer, but as it is written
LEAVES = r"leaves|quits|steps down|tritt .{0,40}\bzuruck|quitte(?! les lieux)|deja (?:el|la|su)|abandona (?:el|la|su)|renuncia a"
# whom somebody beat need not have been in office
BEATEN = compile_later(
    r"\b(?:beat(?:s|ing)?|defeat(?:s|ed|ing)|ahead of|besieg(?:t|te)|setzte sich gegen|gegen|a battu|bat|devant|(?:d')?avance sur|face a"
    # nor whom a report wrongly named, or a parliament rejected
    r"|wrongly \w+|mistakenly \w+|falschlich\w*|irrtumlich\w*|a tort|por error|reject(?:s|ed)|rechaz(?:a|o) a|rejette"
    r"|derrot(?:a|o) al?|(?:por )?delante de|frente al?|rivals?|opponents?|challengers?|gegenkandidat\w*"
    r"|adversaires?)(?: [\w'.-]+){0,3},? ?\Z"
)
HELD_IT = compile_later(r"\b(?:incumbent|sitting|outgoing|amtsinhaber\w*|bisherige\w*|sortante?|saliente|titular|hasta (?:ahora|hoy))\b")
# "hands the chair to Ann Berg in the autumn", "would leave in June. The board has named Ann Berg"
HANDED = r"(?:hands?|handing|passes|ubergibt|transmet|cede|entrega|passera|cedera|entregara)(?: [\w']+){0,8} (?:to|an|a)"
LEAVES_LATER = (
    r"(?:would|will|is to|plans to|wants to) (?:leave|step down|retire|go|stand down)|steps down (?:in|on)|retires (?:in|on)"
    r"|(?:legt|gibt|hort|geht|scheidet|verlasst) .{0,80}(?:nieder|ab|auf|aus|ruhestand)"
    r"|quittera|partira|prendra sa retraite|dejara|se jubilara|abandonara"
)
# who will be followed is still in office, and who is nominated or elected only is not yet
WILL_SUCCEED = r"will (?:succeed|replace|take over from)|remplacera|succedera a|sustituira a|sucedera a|relevera"
# "sustituye al alcalde", "succède au maire", whoever that is
SUCCEEDS = rf"(?:{SUCCEEDED})[lu]?(?: [\w'.]+){{0,5}}"
REPLACES = compile_later(rf"\b(?:{SUCCEEDED})[lu]?\b")
# "le remplace provisoirement": who is replaced was named before
REPLACES_HIM = compile_later(
    rf"\b(?:l[eao]|l'a|lui|l') ?(?:{SUCCEEDED}|remplac\w+(?! par)|sustituy\w+|reemplaz\w+|relev\w+)\b|\b(?:{SUCCEEDED}) (?:him|her"
    rf"|them|ihn"
    rf"|sie)\b"
)
# the same right before a name: "after the storm" is a time, and what "fand statt" took place
AFTER = r"after|statt|apres"
