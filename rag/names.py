"""Names of people in a text, by how they are written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.comparisons.numberwords import NUMERALS
from vectorstore import Span
from vectorstore.terms import fold

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*[\w]|[A-Z]\."
# small words inside names
_PARTICLE = r"de la|de los|de|del|da|dos|di|von der|von|van der|van den|van|zu|le|la|el|al|bin|ibn|y"
_RUN = re.compile(rf"(?:{_CAPITAL})(?:\s+(?:(?:{_PARTICLE})\s+)?(?:{_CAPITAL}))*")
_WORD, _WORD_BEFORE, _NOUN_BEFORE = re.compile(r"\S+"), re.compile(r"([\w’'-]+)\s+\Z"), re.compile(r"([\w-]+)\s+\Z")
_WORD_AFTER = re.compile(r"\s([\w’'-]+)")

# after these one capital word is enough, and they are not part of the name; folded, the last part of a German compound too
_TITLE = re.compile(
    r"(?:(?:[\w-]*(?:minister|prasident|kanzler|meister|direktor|chef|berater|gesandte|sprecher|leiter|vorsitzende|trainer|kommissar|anwalt"
    r"|richter|fuhrer|rektor|landrat|senator|dekan|kammerer|schatzmeister|intendant|sekretar|general|vorstand|stellvertreter"
    r"|abgeordnete|ingenieur"
    r"|leutnant|oberst|admiral|hauptmann|major|manager|professor|vorganger|nachfolger|kreisrat|stadtrat|gemeinderat|historiker|beigeordnete"
    r"|maler|kurator)(?:in|r|n|en)?)"
    r"|[\w]+-(?:elect|designate)|founders|mayor|canon|reverend|rev|vicar|pfarrer|abbe|councillor|alderman|magistrate|president"
    r"|chancellor|chief|executive|chair|chairman|chairwoman|director|head|coach|secretary|judge|justice|governor"
    r"|senator|professor|prof"
    r"|general|lieutenant|brigadier|almirante|amiral|teniente|coronel|dr|mr|mrs|ms|sir|dame|lord|lady|king|queen|prince|princess|pope|captain|colonel|sergeant|engineer|envoy|spokesman|spokeswoman"
    r"|ambassador|representative|commissioner|superintendent|commander|treasurer|dean|premier|deputy|founder|trader|grandmaster|glaciologist"
    r"|bishop"
    r"|archbishop|interim|acting|former|herr|frau|papst|konig"
    r"|maire|conservateur|conservatrice|magistrad[oa]|senateur|senatrice|prefet|senador|senadora|tesorer[oa]|presidente?|ministre"
    r"|directrice|directeur|chef|cheffe|juge|monsieur"
    r"|madame|mme|m|roi|reine|pape|depute|deputee"
    r"|alcalde(?:sa)?|presidenta|ministr[oa]|director[a]?|rector[a]?|juez[a]?|concejal[a]?|consejer[oa]|rey|reina|papa|senor[a]?|don"
    r"|dona)\.?"
)
# a name that holds one of these is no person's
_THING_WORDS = """
bridge street road river lake sea ocean island islands mountain valley city town county council house court university college school
museum theatre theater church cathedral hospital bank group company party union ministry department office agency association federation
league cup open club united states kingdom republic airport station port harbour harbor park hall square centre center times news post
press herald journal gazette courier echo telegraph guardian north south east west northern southern eastern western new old great world
european american international january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday januar februar marz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag
samstag sonntag janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi
samedi dimanche enero febrero marzo abril junio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado
domingo brucke strasse fluss see meer insel stadt kreis land rat haus gericht universitat schule kirche krankenhaus klinikum partei verein
amt ministerium zeitung weisse weissen weisses vereinigte staaten neue neuer alte alter pont rue fleuve lac mer ile ville conseil maison
cour universite ecole musee eglise hopital banque groupe parti ministere saint sainte puente calle rio mar isla ciudad consejo casa corte
universidad escuela museo iglesia banco grupo partido ministerio gobierno estado estados i the athletic rovers wanderers albion stahlwerke
fraktion feuerwehr cooperativa stadttheater line lines ferry trust sv fc sc cf tsv vfb vfl atletico spvgg tus ssv fsv rcd us ac rc ud cd
sanidad hacienda exteriores defensa trabajo educacion justicia transportes finances interieur sante defense policia police polizei choir
chor choeur coro parliament parlament parlement parlamento congress congres congreso senate senat senado assembly assemblee asamblea
versammlung federation federacion commission kommission comision delegation delegacion ag gmbh kg plc ltd inc corp gallery foundation
institute academy committee festival orchestra arena tower society galerie institut stiftung akademie verband gesellschaft
orchester fondation academie galeria fundacion instituto academia orquesta federacion kunsthalle reederei werft division liga ligue
"""
_THING = frozenset(fold(word) for word in _THING_WORDS.split())
# of a German compound
_THING_END = re.compile(r"\w{2,}(?:chor|verein|orchester|theater|museum|klinikum|gymnasium|universitat|verband|ministerium|gesellschaft)")
_DAY_WORDS = """
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday
sunday
"""
_DAYS = frozenset(_DAY_WORDS.split())
# a noun stands behind these, and no name: "die Dramaturgin Yvonne Terhalle", "la Suissesse Lena Aubert", "the Dutchman Piet Roos"
_ARTICLE_BEFORE = re.compile(
    r"\b(?:der|die|den|dem|des|zum|zur|vom|beim|im|am|eine?[rnms]?|the|an?|la|le|une?|el|una?)\s\Z|(?:\bl['’])\Z", re.IGNORECASE
)
_ELIDED = re.compile(r"[ldLD]['’](?=[A-ZÀ-ÖØ-ÞĀ-Ž])")
# "L'administratrice Ann Berg"
_ELIDED_NOUN = re.compile(r"[LD]['’][a-zà-ÿ]")
# what bears a name like a person's: "the ferry Astrid Maersk", "le roman Emma Bovary"; folded
_BEARER_WORDS = """
ferry ship vessel boat yacht tanker freighter trawler liner storm hurricane typhoon cyclone film movie novel opera musical album song
brand label restaurant
fahre schiff frachter frachtschiff containerschiff kreuzfahrtschiff tanker kutter boot yacht segler sturm sturmtief orkan hurrikan roman
oper marke restaurant
navire bateau paquebot cargo petrolier chalutier voilier tempete ouragan roman marque barco buque transbordador carguero pesquero velero
petrolero crucero tormenta borrasca huracan pelicula novela marca restaurante
"""
_BEARER = frozenset(fold(word) for word in _BEARER_WORDS.split())
# begin sentences with a capital and are no names
_OPENER_WORDS = """
the a an in on at after before since when while but and for from with as by if it he she they this that these those there under his her
their our its ihr ihren ihrem sein seinen seinem is are was were did does has have ist sind wird hat leitet fuhrt trainiert est sigue es
era dirige preside entrena der die das ein eine einer im am ab bis auf nach vor seit als wenn wahrend aber und fur von mit bei er sie es
dies diese dieser seine ihre zum zur neue neuer le la les un une des dans en au aux apres avant depuis quand mais et pour de du avec par
sans sous entre chez il elle ils ce cette ces son sa ses selon l d el los las una al tras despues antes desde cuando pero y para del con
por hasta entre sin sobre este esta estos su sus segun mr not no neither each all most some many more both only even yet still now then
today yesterday later earlier about nearly almost
"""
_OPENER = frozenset(fold(word) for word in _OPENER_WORDS.split()) | NUMERALS


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name where it stands in a text, without titles. `titled`: a title stands right before it."""

    text: str
    span: Span
    titled: bool = False

    @property
    def surname(self) -> str:
        """Folded last word of the name, by which people are named again."""
        return fold(self.text.split()[-1])


def find_persons(text: str) -> list[Person]:
    """People named in a text, in order: two to five capital words that name no thing, or one after a title."""
    found: list[Person] = []
    for run in _RUN.finditer(text):
        person = _person_in(text, run)
        if person is not None:
            found.append(person)
    return found


def _person_in(text: str, run: re.Match[str]) -> Person | None:
    words = [Span(run.start() + word.start(), run.start() + word.end()) for word in _WORD.finditer(run.group())]
    titled = _title_before(text, run.start())
    if len(words) == 1 and not titled:
        # most are so: a sentence's first word, and in German any noun
        return None
    if _is_borne(text, run.start(), words):
        return None
    while words and (_folded(text, words[0]) in _OPENER or (len(words) > 1 and _ELIDED_NOUN.match(text, words[0].start))):
        words.pop(0)
    for place in range(len(words) - 1, -1, -1):
        if _TITLE.fullmatch(_folded(text, words[place])):
            # "Wer war vor Thomas Iwersen Direktorin von Tallau?": what stands after the name is none
            last = place == len(words) - 1 or (place > 1 and text[words[place].end :].lstrip()[:1].islower())
            of_one = _folded(text, words[place]).startswith(("nachfolger", "vorganger"))
            titled, words = not last, words[:place] if last else words[place + 1 :]
            # "der Nachfolger von Jens Petersen"
            words = words[1:] if of_one and not last and len(words) > 2 and _folded(text, words[0]) == "von" else words
            break
    if words and (elided := _ELIDED.match(text, words[0].start)):
        words = [Span(elided.end(), words[0].end), *words[1:]]
    if len(words) > 2 and _ARTICLE_BEFORE.search(text[max(0, words[0].start - 12) : words[0].start]):
        words = words[1:]
        # "nach dem Rücktritt von Jens Petersen"
        words = words[1:] if len(words) > 2 and _folded(text, words[0]) == "von" else words
    words = _longest_name(text, words)
    # "Bürgermeisterin von Tallau" names a town, "Präsidentin von der Leyen" a woman
    if not words or (text[words[0].start].islower() and not re.match(r"van\b|von der\b", text[words[0].start :])):
        return None
    span = Span(words[0].start, _without_genitive(text, words[-1]))
    name = text[span.start : span.end]
    # "2.870 Stimmen Vorsprung": what is counted is nobody
    # "will chair Tarnbeck council"
    next_word = _WORD_AFTER.match(text, span.end)
    if len(words) == 1 and next_word and not _THING.isdisjoint(re.split(r"['’]", fold(next_word[1]))):
        return None
    if (
        name.isupper()
        or re.search(r"\d\s\Z", text[: span.start])
        or not (2 <= len(words) <= 5 or (titled and len(words) == 1 and len(name) > 2))
    ):
        return None
    return Person(name, span, titled)


def _is_borne(text: str, start: int, words: Sequence[Span]) -> bool:
    """Whether the noun before a name, in German one with a capital itself, says that a thing bears it."""
    before = _NOUN_BEFORE.search(text[max(0, start - 40) : start])
    nouns = [_folded(text, word) for word in words[:-1]] + ([fold(before[1])] if before else [])
    # "after the storm Mayor Anna Berg"
    return not _BEARER.isdisjoint(nouns) and not any(_TITLE.fullmatch(_folded(text, word)) for word in words[:-1])


def _longest_name(text: str, words: Sequence[Span]) -> list[Span]:
    """The longest stretch of words without one for a thing: "das Weiße Haus Marco Rubio", "Uwe Tietjen von der Feuerwehr"."""
    stretches: list[list[Span]] = [[]]
    for word in words:
        # "des Kreises Wendburg"
        parts = [part for part in re.split(r"[-'’]", _folded(text, word))]
        # but "Ann Banks"
        parts += [re.sub(r"(?<=\w{4})e?s\Z", "", part) for part in parts if word != words[-1] or len(words) != 2]
        if _THING.isdisjoint(parts) and not any(_THING_END.fullmatch(part) for part in parts):
            stretches[-1].append(word)
            continue
        # "the Cresset Maritime Centre"; "von der Feuerwehr" and "Mayor Ann Berg Friday" come after a name
        if stretches[-1] and not text[stretches[-1][-1].start].islower() and _folded(text, word) not in _DAYS:
            stretches[-1] = []
        stretches.append([])
    longest = max(stretches, key=len)
    while longest and text[longest[-1].start].islower():
        longest.pop()
    # what stands beside a thing's word is part of its name: "Harrow Bank"
    return longest if len(stretches) == 1 or len(longest) > 1 else []


def _folded(text: str, span: Span) -> str:
    return fold(text[span.start : span.end])


def _title_before(text: str, start: int) -> bool:
    before = _WORD_BEFORE.search(text[max(0, start - 40) : start])
    return before is not None and _TITLE.fullmatch(fold(before[1])) is not None


def _without_genitive(text: str, word: Span) -> int:
    return word.end - 2 if text[word.start : word.end].endswith(("'s", "’s")) else word.end
