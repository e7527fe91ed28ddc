"""How much of an article its page gives: all, all but not to everyone, or only its beginning."""

import re

from lxml import etree
from lxml.html import HtmlElement

from ingest.jsonld import LinkedData
from vectorstore import Access

# of the words that the page says the article has, or that the feed gave, so few are here: the rest is behind a wall
TEASER_SHARE = 0.6
FEWEST_WORDS = 60
# characters of text in what the page marks as not free; less is a wall without anything behind it
LEAST_BEHIND = 200
LONGEST_TEASER = 1_500
# what stands where the text breaks off
WALL = re.compile(
    r"(?:to (?:continue|keep) reading|continue reading (?:this article )?(?:with|by|for)|already a subscriber\?|"
    r"subscribe to (?:read|continue|unlock)|"
    r"this (?:article|content) is (?:for|reserved for|only available to) (?:our )?(?:subscribers|members)|log in to (?:read|continue)|"
    r"(?:jetzt|weiter)lesen mit|um (?:diesen|den ganzen) (?:artikel|text|beitrag) (?:weiter)?(?:zu\s)?lesen|"
    r"(?:dieser|diesen) (?:artikel|inhalt|beitrag)[^.]{0,40}(?:nur für abonnent|mit einem abo|exklusiv für)|sie sind bereits abonnent|"
    r"(?:cet article|la suite)[^.]{0,30}(?:est )?réservée?s? (?:à nos |aux )?abonnés|il vous reste \d+ ?% de (?:cet article|ce)|"
    r"déjà abonné|"
    r"abonnez-vous pour (?:lire|continuer)|(?:contenido|artículo) (?:exclusivo|solo) para suscriptores|suscríb\w+ para (?:seguir|"
    r"leer|continuar)|"
    r"¿ya eres suscriptor|para seguir leyendo|contenuto riservato agli abbonati|abbonati per (?:leggere|continuare)|"
    r"conteúdo exclusivo para assinantes|доступн\w+ только (?:по подписке|подписчикам)|"
    r"оформите подписку, чтобы|订阅后继续阅读|登录后阅读全文)",
    re.IGNORECASE,
)
WALL_CLASS = re.compile(
    r"pay-?wall|regwall|subscriber-?only|premium-?(?:content|teaser|wall)|meter(?:ed)?-?wall|abo-?(?:schranke|wall)", re.IGNORECASE
)


def find_access(tree: HtmlElement, linked: LinkedData, body: str) -> Access | None:
    """What the page says of itself, and what of its text is here; None when it says nothing.

    Args:
        tree: The page before its text is taken out.
        body: The article's text as it was taken out.
    """
    if linked.words and is_short_of(body, linked.words):
        return "teaser"
    is_walled = bool(WALL.search(_last_words(tree))) or _has_wall(tree)
    if linked.is_free is False:
        behind = _behind(tree, linked.closed)
        # a page that names its closed part shows whether it is there; of any other only its wall tells
        is_here = behind >= LEAST_BEHIND if behind is not None else not is_walled
        return "paywalled" if is_here else "teaser"
    if linked.is_free:
        return "free"
    # a free page may sell subscriptions too, under its whole text
    return "teaser" if WALL.search(_last_words(tree)) and len(body) < LONGEST_TEASER else None


def is_short_of(text: str, words: int) -> bool:
    """Whether a text has so few of the words it should have that it can only be the beginning."""
    return words >= FEWEST_WORDS and len(text.split()) < TEASER_SHARE * words and " " in text.strip()


def _behind(tree: HtmlElement, selectors: tuple[str, ...]) -> int | None:
    """Characters of text in the parts that the page names as closed; None when it names none that can be looked for."""
    found: list[int] = []
    for selector in selectors:
        # the form that search engines ask for: a class
        for name in re.findall(r"\.([\w-]+)", selector):
            wanted = f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"
            try:
                found += [len(" ".join(element.text_content().split())) for element in tree.xpath(f"//*[{wanted}]")]
            except etree.XPathError:  # a name that no expression holds
                continue
        if re.search(r"\.[\w-]+", selector) and not found:
            found = [0]
    return max(found) if found else None


def _has_wall(tree: HtmlElement) -> bool:
    return any(WALL_CLASS.search(element.get("class") or "") for element in tree.iter("div", "section", "aside"))


def _last_words(tree: HtmlElement) -> str:
    """All short blocks of the page: a wall is one of them."""
    blocks = (" ".join(element.text_content().split()) for element in tree.iter("p", "h2", "h3", "h4", "span", "button", "a", "li"))
    return "\n".join(block for block in blocks if block and len(block) < 300)
