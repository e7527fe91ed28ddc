"""What kind of text an article is, where it is more, or less, than a report: by what its page, its section or its heading says."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from ingest.addresses import host_name
from vectorstore import Genre, fold

# schema.org's types; a plain NewsArticle says nothing
BY_TYPE: Mapping[str, Genre] = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "BackgroundNewsArticle": "analysis",
    "ReviewNewsArticle": "review",
    "CriticReview": "review",
    "SatiricalArticle": "satire",
    "LiveBlogPosting": "live blog",
    "AdvertiserContentArticle": "advertisement",
    "ClaimReview": "fact check",
}
# what sections and the labels over a title are called; folded, so without accents
LABELS: Mapping[Genre, str] = {
    "opinion": "opinion|opinions|comment|commentary|editorial|editorials|op-ed|oped|columnists?|columns?|letters|leserbriefe?|"
    "guest column|viewpoint|"
    "kommentare?|meinung|meinungen|leitartikel|kolumnen?|gastbeitrag|gastkommentar|glosse|debatte|standpunkt|"
    "tribunes?|editos?|editorial|chroniques?|point de vue|points de vue|idees|debats|billet|opinione|opinioni|commenti?|editoriale|"
    "opiniones|columnas?|tribuna|editoriales|carta al director|cartas al director|opiniao|coluna|artigo de opiniao|opinie|column|"
    "мнение|мнения|колонка|колонки|комментарий|думка|راي|مقالات الراي|评论|社评|社論|社説|오피니언|사설",
    "analysis": "analysis|news analysis|explainer|explained|hintergrund|analyse|analysen|analyses|decryptage|eclairage|analisis|analisi|"
    "analisis de datos|claves|аналитика|анализ|разбор|تحليل|分析|解説",
    "interview": "interview|interviews|q&a|q & a|im gesprach|gesprach|entretien|entretiens|entrevista|entrevistas|intervista|интервью|"
    "інтерв'ю|مقابلة|حوار|专访|專訪|인터뷰",
    "review": "review|reviews|film review|book review|theatre review|restaurant review|rezension|rezensionen|kritik|filmkritik|"
    "buchkritik|"
    "critique|critiques|critique de film|resena|resenas|critica|recensione|recensioni|recensie|рецензия|рецензии|书评|影评",
    "satire": "satire|satirical|humor|humour|satira|сатира|ساخر|讽刺",
    "obituary": "obituary|obituaries|obits|nachruf|nachrufe|necrologie|necrologies|obituario|obituarios|necrologicas|necrologi|obituari|"
    "некролог|некрологи|نعي|讣告|訃報",
    "press release": "press release|press releases|news release|pressemitteilung|pressemitteilungen|presseinformation|medienmitteilung|"
    "pressemeldung|presseportal|communique de presse|communique|comunicado de prensa|nota de prensa|notas de prensa|comunicato stampa|"
    "comunicado de imprensa|persbericht|пресс-релиз|пресс-релизы|بيان صحفي|新闻稿|보도자료",
    "live blog": "live|live blog|liveblog|live updates|live ticker|liveticker|newsticker|ticker|en direct|direct|direct live|en directo|"
    "en vivo|minuto a minuto|in diretta|diretta|ao vivo|онлайн|текстовая трансляция|مباشر|直播",
    "fact check": "fact check|fact-check|factcheck|faktencheck|verification|desintox|le vrai du faux|verificacion|comprobado|фактчек|"
    "проверка фактов|辟谣|核查",
    "advertisement": "advertorial|sponsored|sponsored content|paid content|paid post|partner content|anzeige|sonderveroffentlichung|"
    "anzeigensonderveroffentlichung|bezahlter inhalt|publireportage|publi-redactionnel|contenu sponsorise|contenu partenaire|"
    "contenido patrocinado|publirreportaje|contenido de marca|на правах рекламы|партнерский материал|赞助内容|广告",
}
IS_LABEL = {genre: re.compile(rf"(?:{labels})", re.IGNORECASE) for genre, labels in LABELS.items()}
# "Opinion | We need trams", "Kommentar: Dreißig reicht", "[Satire] …"; and at the end: "… | Opinion", "… – ein Kommentar"
LEAD = re.compile(r"^\s*[\[(+]*\s*(?P<label>[^|:\[\]()–—]{2,40}?)\s*[\])+]*\s*(?:[|:：\])]|\s[–—-]\s|\+{2,})")
TAIL = re.compile(
    r"(?:\||[–—-]|\()\s*(?:an?|the|ein(?:e|er)?|un[ea]?|der|die|das|el|la|le)?\s*(?P<label>[^|:()–—-]{3,30}?)\)?\s*$", re.IGNORECASE
)
# sections and headings that mean something else in another place: "Direct", "Ticker", "Live" are also names of shows
ONLY_IN_TITLES = frozenset({"live", "direct", "ticker", "anzeige", "kritik", "column", "letters"})
IN_ADDRESS = re.compile(r"[^a-z]+")
# a line of its own over the text, or how the text begins
OPENING: Mapping[Genre, re.Pattern[str]] = {
    "press release": re.compile(
        r"^(?:.{0,80}\((?:ots|news aktuell|presseportal)\)|.{0,80}/\s?(?:PRNewswire|PR Newswire|CNW)\s?/|"
        r".{0,60}\((?:BUSINESS WIRE|GLOBE ?NEWSWIRE)\)|"
        r"for immediate release\b|(?:presse|medien)(?:mitteilung|information)\b[^.]{0,60}$|zur sofortigen veröffentlichung|"
        r"communiqué de presse\b[^.]{0,60}$|comunicado de prensa\b[^.]{0,60}$|nota de prensa\b[^.]{0,60}$)",
        re.IGNORECASE | re.MULTILINE,
    ),
    "opinion": re.compile(
        r"^(?:an? (?:opinion|comment|commentary|editorial) by\b|opinion by\b|commentary by\b|ein (?:gast)?(?:kommentar|beitrag|"
        r"essay) von\b|"
        r"(?:gast)?kommentar von\b|une tribune (?:de|du|par)\b|tribune par\b|un editorial de\b|columna de\b)",
        re.IGNORECASE,
    ),
    "analysis": re.compile(
        r"^(?:analysis by\b|an analysis by\b|eine analyse von\b|analyse de\b|análisis de\b|un análisis de\b)", re.IGNORECASE
    ),
    "interview": re.compile(
        r"^(?:interview by\b|interview:|das interview führte|propos recueillis par\b|"
        "entrevista de\b)",
        re.IGNORECASE,
    ),
}
# papers that are satire from the first page to the last
SATIRE = frozenset(
    {
        "theonion.com",
        "babylonbee.com",
        "thedailymash.co.uk",
        "der-postillon.com",
        "titanic-magazin.de",
        "eine-zeitung.net",
        "legorafi.fr",
        "nordpresse.be",
        "elmundotoday.com",
        "lercio.it",
        "panorama.pub",
        "betootaadvocate.com",
        "thebeaverton.com",
        "newsthump.com",
        "dietagespresse.com",
        "speld.nl",
    }
)


def find_genre(kinds: Iterable[str], labels: Iterable[str], title: str, text: str, url: str | None) -> Genre | None:
    """The genre of an article; None when nothing says that it is anything but a report.

    Args:
        kinds: The schema.org types that its page gives it.
        labels: Sections and genres by which its source files it.
    """
    if url and host_name(url) in SATIRE:
        return "satire"
    typed = next((BY_TYPE[kind] for kind in kinds if kind in BY_TYPE), None)
    return typed or _by_labels(labels) or _by_title(title) or _by_opening(text) or (_by_address(url) if url else None)


def _by_labels(labels: Iterable[str]) -> Genre | None:
    for label in labels:
        # "Debate/Opinion", "Politik > Kommentar"
        for part in re.split(r"\s*[/>|,;›»]\s*", label):
            if part and fold(part) not in ONLY_IN_TITLES and (genre := read_label(part)):
                return genre
    return None


def _by_title(title: str) -> Genre | None:
    if re.match(r"^\s*\+{2,}", title):
        return "live blog"
    for match in (LEAD.match(title), TAIL.search(title)):
        if match and (genre := read_label(match["label"])):
            return genre
    return "obituary" if re.match(r"(?:nachruf auf|obituary of|zum tod von|in memoriam)\b", title, re.IGNORECASE) else None


def _by_opening(text: str) -> Genre | None:
    beginning = "\n".join(line for line in text[:600].split("\n") if line.strip())
    return next((genre for genre, opening in OPENING.items() if opening.search(beginning)), None)


def _by_address(url: str) -> Genre | None:
    """By a folder of the address: `/opinion/2025/…`; what names an article is no label."""
    folders = [IN_ADDRESS.sub(" ", part).strip() for part in urlsplit(url).path.lower().split("/")[1:-1]]
    return next((genre for folder in folders if folder not in ONLY_IN_TITLES and (genre := read_label(folder))), None)


def read_label(label: str) -> Genre | None:
    """The genre that a section's or a label's name means.

    >>> read_label("Leitartikel"), read_label("Politik")
    ('opinion', None)
    """
    folded = fold(label).strip(" :.|")
    return next((genre for genre, pattern in IS_LABEL.items() if pattern.fullmatch(folded)), None)
