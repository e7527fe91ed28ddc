"""Words that have a capital and are no names: openers of sentences, titles, and what offices and seasons of the year are called."""

from vectorstore.function_words import FUNCTION_WORDS
from vectorstore.terms import fold

# small words that begin a sentence and are not among those of a question
_OPENERS = """
although though while whilst whereas unlike like despite amid according because once unless until upon within without along across beyond
beneath behind beside besides around near inside outside throughout towards toward per via than however therefore thus hence meanwhile
moreover furthermore nevertheless nonetheless instead otherwise later earlier soon afterwards yesterday today tomorrow overall together
both either neither none nobody nothing each every few several many another such same only even ever never yet perhaps maybe almost about
above following given regarding concerning including excluding except ahead apart owing due thanks rather whether whatever whoever
whenever wherever one two three four five six seven eight nine ten half most former current outgoing new based asked led founded backed
headed helped joined run owned home long less fellow critics officials residents voters police staff prior subject barring
selon d'apres apres malgre outre suivant concernant quant grace faute afin lors lorsque puisque puis ainsi alors aussitot bientot
cependant toutefois neanmoins pourtant donc or car parce comme chez hors hormis excepte sauf des jusque jusqu jusqu'a parmi devant
derriere aupres autour aucun aucune nul nulle ni tous toutes tout toute chaque plusieurs certains certaines quelques tel telle autre
autres meme seul seule seuls seules deja jamais toujours enfin ensuite hier aujourd'hui demain ici bien quoique tandis interroge interrogee
face ancien ancienne actuel actuelle nouveau nouvelle deux trois quatre cinq six sept huit neuf dix premier premiere
segun conforme aunque mientras tras ante bajo hacia mediante salvo excepto incluso ademas asimismo sin embargo entonces luego pues
ni tampoco tambien solo solamente apenas casi ningun ninguna ninguno todo toda todos todas cada varios varias algunos algunas otro otra
otros otras mismo misma ambos ambas pese gracias debido junto frente fuera dentro cerca lejos alla aqui ahi ayer hoy manana nunca siempre
cuanto conque si ex actual antiguo antigua nuevo nueva dos tres cuatro cinco seis siete ocho nueve diez primer primero primera donde quien
unterm uberm hinterm vorm
laut trotz wegen dank ohne statt anstatt ausser neben hinter nebst samt mitsamt innerhalb ausserhalb obwohl obgleich sobald solange sofern
falls indem nachdem bevor ehe damit sodass weil da doch jedoch dennoch trotzdem deshalb deswegen daher darum allerdings zudem ausserdem
ferner zwar dabei dagegen hingegen danach davor zuvor spater fruher zunachst zuerst schliesslich inzwischen mittlerweile bislang bisher
kunftig gestern heute morgen beide beiden alle allen aller jeder jede jedes jedem jeden einige einigen mehrere mehreren manche wenige
weder entweder sowohl sogar selbst bereits kaum fast rund etwa knapp insgesamt zusammen gegenuber binnen anlasslich infolge angesichts
zufolge gemass seitens mangels mithilfe anhand aufgrund zugunsten zulasten mit ab pro je zwei drei vier funf sechs sieben acht neun zehn
"""
OPENERS = frozenset(fold(_OPENERS).split()) | FUNCTION_WORDS

# in front of a name, said or left out at will
_TITLES = """
mr mrs ms miss mx dr sir dame lord lady prof professor reverend rev saint st herr herrn frau fraulein dipl doktor
m mm mme mmes mlle monsieur madame mademoiselle maitre docteur sr sra srta don dona senor senora senorita doctor doctora
"""
TITLES = frozenset(fold(_TITLES).split())
# a secretary of state, le secrétaire d'État
STATE = frozenset(("state", "etat", "estado", "staat"))

# French, Spanish and English write the fields of offices, and the state, with a capital
_FIELDS = """
government cabinet treasury interior justice defence defense finance health education transport agriculture environment energy
labour labor trade industry culture economy foreign affairs home office
interieur defense finances sante education transports transport agriculture environnement energie travail commerce industrie
culture economie affaires etrangeres logement jeunesse sports tourisme numerique ecologie tresor
interior hacienda defensa sanidad salud educacion transportes transporte agricultura medio ambiente energia trabajo comercio
industria cultura economia asuntos exteriores vivienda turismo fomento mayor
"""
FIELDS = frozenset(fold(_FIELDS).split())

# what a person is, in front of a name: an economist, a spokesman, a Sprecherin; no first name ends so
ROLE_ENDINGS = {
    "en": r"(?:ist|ologist|woman|spokesman|chairman|officer|leader|director|minister|president|secretary|analyst|engineer|lawyer)",
    "de": (
        r"(?:chef|chefin|prasident|prasidentin|minister|ministerin|rat|ratin|sprecher|sprecherin|leiter|leiterin|meister|meisterin"
        r"|trainer|trainerin|fuhrer|fuhrerin|sekretar|sekretarin|anwalt|anwaltin|arzt|arztin|direktor|direktorin|kommissar|kommissarin"
        r"|kanzler|kanzlerin|vorsitzende[rn]?|beauftragte[rn]?|abgeordnete[rn]?|kandidat|kandidatin|richter|richterin|botschafter"
        r"|botschafterin|\w+ist|\w+istin|\w+loge|\w+login|\w+nom|\w+nomin|\w+iker|\w+ikerin|\w+forscher|\w+forscherin"
        r"|\w{3,}erin|kammerer|frau"
        r"|burgermeisterin|konig|konigin|inhaber|inhaberin|besitzer|besitzerin|grunder|grunderin|autor|autorin|senator|senatorin)"
    ),
    "fr": r"(?:iste|eur|rice|ologue|president|presidente|ministre|directeur|directrice|maire)",
    "es": r"(?:ista|ologo|ologa|presidente|presidenta|ministro|ministra|director|directora|portavoz|alcalde|alcaldesa)",
}
