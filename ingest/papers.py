"""The paper's name in the lines around a title: who published, never who wrote, never a section."""

import re

from ingest.clean import LONGEST_NAME, clean_line

MOST_WORDS = 5
# "Source: Reuters"; a picture's source names its agency too
LABELLED = re.compile(
    r"^(?:source|quelle|fuente|fonte|bron|kilde|källa|kaynak|źródło|источник|джерело|المصدر|来源|來源|出典|출처|"
    r"newspaper|zeitung|periódico|publisher|herausgeber|éditeur|издание)\s?[:：]\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)
FROM = re.compile(r"^(?:from|aus|de|da|из)\s?[:：]\s*(?P<name>\S.*)$", re.IGNORECASE)
ADDRESS = re.compile(
    r"^(?:url|link|permalink|web|adresse|address|dirección|adresa|ссылка|адрес|链接|網址)\s?[:：]\s*(?P<url>https?://\S+)$", re.IGNORECASE
)
HOST = re.compile(r"^(?:https?://)?(?:www\.)?(?P<host>(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12})(?:/\S*)?$", re.IGNORECASE)
PICTURES = re.compile(r"/|©|getty|imago|shutterstock|picture alliance|istock|unsplash|pixabay|adobe stock", re.IGNORECASE)
TITLE_TAIL = re.compile(r"\s(?:[|–—-]|::)\s(?P<name>[^|–—]{2,60})$")

# what papers are called, last in the name: The Harbour Courier, Westvale Herald
ENDS = (
    "advertiser|argus|chronicle|courier|examiner|gazette|herald|inquirer|observer|telegraph|times|tribune|"
    "abendblatt|allgemeine|anzeiger|kurier|rundschau|tageblatt|tagblatt|tageszeitung|volksblatt|wochenblatt|zeitung"
)
# these are surnames, sections and ordinary words too, and need their article: The Guardian, Der Spiegel, Freddie Mercury
WEAK_ENDS = (
    "advocate|age|bulletin|dispatch|echo|enquirer|express|globe|guardian|independent|journal|ledger|mail|mercury|messenger|mirror|monitor|"
    "post|press|record|reporter|sentinel|standard|star|sun|economist|blatt|bote|merkur|presse|spiegel|stern|welt|"
    "monde|soir|figaro|parisien|país|mundo|stampa|repubblica"
)
ARTICLE = r"(?:the|der|die|das|le|la|les|el|los|il|lo|l['’]|o|a|de|het)"
# German joins them: Hafenblatt
COMPOUND = re.compile(
    r"^(?!leserpost|merkblatt|faltblatt|infoblatt)[\w-]{3,}(?:blatt|zeitung|post|kurier|bote|anzeiger|rundschau)$", re.IGNORECASE
)
# and where they come first: Le Courrier du Nord, El Faro de Levante, Вестник Реки, صدى الميناء
STARTS = (
    "courrier|dépêche|écho|gazette|journal|messager|méridien|nouvelliste|quotidien|télégramme|tribune|voix|"
    "correo|diario|faro|gaceta|heraldo|periódico|vanguardia|voz|corriere|gazzetta|giornale|mattino|messaggero|correio|folha|jornal|"
    "вестник|ведомости|газета|голос|известия|вечерн(?:ий|яя)|صحيفة|جريدة|مجلة|صدى|وكالة"
)
JOINING = "de|del|della|delle|dei|di|da|do|dos|du|des|d['’]|la|las|los|le|les|el|of|für|am|an|im|in|und|and|y|e|et|и|на"
# "Storm closes ports | World News"
SECTION = re.compile(
    r"^(?:(?:world|local|national|international|regional|latest|breaking|us|uk|news|politics|business|economy|sports?|culture|opinion|"
    r"science|technology|health|weather|travel|politik|wirtschaft|welt|ausland|inland|lokales|kultur|wissenschaft|meinung|wetter|"
    r"nachrichten|panorama|monde|politique|économie|société|culture|international[es]?|actualités|mundo|política|economía|sociedad|cultura|"
    r"deportes|internacional|noticias|política|esteri|cronaca|политика|общество|экономика|культура|спорт|мир|новости|[&/])\s*)+$",
    re.IGNORECASE,
)
LEGAL_FORM = re.compile(r" (?:GmbH|AG|SE|KG|e\. ?V\.|Ltd\.?|Limited|Inc\.?|plc|LLC|S\.A\.|SA|SARL|S\.p\.A\.|B\.V\.)$")
EASTERN = re.compile(
    "^[\u3400-\u9fff\u3040-\u30ff]{1,10}(?:报|報|时报|日报|晚报|早报|周刊|新闻网|通讯社|新聞)$|^[\uac00-\ud7a3]{1,8}(?:일보|신문)$"
)
BY_LAST = re.compile(rf"^(?:\S+ ){{1,4}}(?:{ENDS})$|^{ARTICLE} (?:\S+ ){{0,3}}(?:{ENDS}|{WEAK_ENDS})(?: of \S+)?$", re.IGNORECASE)
BY_FIRST = re.compile(rf"^(?:{ARTICLE} ?)?(?:{STARTS}) \S+(?: \S+){{0,3}}$", re.IGNORECASE)
MASTHEAD = re.compile(rf"^{ARTICLE}\b", re.IGNORECASE)
# "Hafenblatt-Redaktion", "Harbour Courier staff"
OFFICE_OF = re.compile(r"^(?P<name>.{3,60}?)[ -](?:redaktion|lokalredaktion|newsdesk|newsroom|staff|online)$", re.IGNORECASE)


def find_paper(line: str, title: str = "") -> str:
    """The paper's name, where a line of the header holds nothing else; "" where it does not, or where that is not sure.

    >>> find_paper("Quelle: Hafenblatt"), find_paper("The Harbour Courier"), find_paper("Freddie Mercury"), find_paper("World News")
    ('Hafenblatt', 'The Harbour Courier', '', '')
    """
    line = line.strip()
    if match := LABELLED.match(line):
        return _named(match["name"])
    if match := FROM.match(line):
        return _named(match["name"]) if is_paper(match["name"]) else ""
    if match := HOST.match(line):
        return match["host"].lower()
    tail = TITLE_TAIL.search(title)
    repeats_title = tail is not None and tail["name"].casefold() == line.casefold() and _has_capitals(line) and not SECTION.match(line)
    return clean_line(line, LONGEST_NAME) if repeats_title or is_paper(line) else ""


def paper_of_office(author: str) -> str:
    """The paper out of the name of its newsroom; "" for any other author."""
    match = OFFICE_OF.match(author)
    return match["name"] if match and is_paper(match["name"]) else ""


def find_address(line: str) -> str:
    """The address of the page where a line says that it is; "" elsewhere."""
    match = ADDRESS.match(line.strip())
    return match["url"] if match else ""


def is_masthead(line: str) -> bool:
    """Whether a line above a title is the paper's name for sure; a short headline must not be taken for one."""
    return bool(LABELLED.match(line) or ADDRESS.match(line) or HOST.match(line)) or (is_paper(line) and bool(MASTHEAD.match(line)))


def is_paper(name: str) -> bool:
    """Whether a name can only be a paper's, an agency's or a company's."""
    words = name.split()
    if not 1 <= len(words) <= MOST_WORDS or len(name) > 60:
        return False
    if EASTERN.match(name):
        return True
    # without capitals a name cannot be told from a sentence by more than its length
    if not _has_capitals(name) or (name.lower() == name.upper() and len(words) > 3):
        return False
    return any(pattern.search(name) for pattern in (LEGAL_FORM, COMPOUND, BY_LAST, BY_FIRST))


def _named(name: str) -> str:
    """What stands behind a label: an address's host, or a name that is no picture agency's."""
    name = name.strip(" .")
    if match := HOST.match(name):
        return match["host"].lower()
    return "" if PICTURES.search(name) or len(name.split()) > MOST_WORDS + 1 else clean_line(name, LONGEST_NAME)


def _has_capitals(name: str) -> bool:
    """Each word begins with a capital but those that join others; in scripts without capitals always true."""
    joining = re.compile(rf"(?:{JOINING}|{ARTICLE})$", re.IGNORECASE)
    words = [word for word in name.split() if not joining.match(word)]
    return bool(words) and all(word[:1].isupper() or word[:1].isdigit() or word.lower() == word.upper() for word in words)
