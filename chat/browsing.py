"""What the archive holds -> a list of articles to choose from, one article to read, and how fresh each source is."""

from collections.abc import Sequence
from dataclasses import dataclass

from chat.days import bounds_of, read_day, write_moment
from chat.escape import escape, escape_line
from chat.languages import language_name, write_number
from chat.markup import clean, write_spans
from chat.reading import name_source, write_badges, write_facts, write_footer, write_text, write_title
from chat.texts import say
from rag import write_date
from vectorstore import Archive, SearchFilter, SourceState, Version
from vectorstore.plain import one_line

# one page of the list
PAGE = 30
# a menu of more is no help
MOST_SOURCES = 500
# passages that a search looks through for articles
DEPTH = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader looks for; empty texts and tuples limit nothing. Days are ISO dates, both included."""

    words: str = ""
    language: str = ""
    source: str = ""
    genre: str = ""
    first: str = ""
    last: str = ""
    limit: int = PAGE

    def filter(self) -> SearchFilter:
        """Raises ValueError with the day that is none."""
        since, until = bounds_of(read_day(self.first), read_day(self.last))
        return SearchFilter(
            since=since,
            until=until,
            sources=(self.source,) if self.source else (),
            languages=(self.language,) if self.language else (),
            genres=(self.genre,) if self.genre else (),
        )


def find_articles(archive: Archive, wanted: Wanted) -> list[Version]:
    """The articles that fit, one more than `limit` where there are more: newest first, or nearest to the words first."""
    limits = wanted.filter()
    if not wanted.words.strip():
        return archive.list_articles(limits, wanted.limit + 1)
    passages = archive.search(wanted.words, limits, k=DEPTH)
    ids = dict.fromkeys(passage.metadata["article_id"] for passage in passages)
    return [archive.get_article(article_id) for article_id in list(ids)[: wanted.limit + 1]]


def list_languages(archive: Archive, language: str) -> list[tuple[str, str]]:
    """Name and code of each language that articles are in, most articles first."""
    return [(language_name(code, language), code) for code, _ in archive.count_languages() if code != "und"]


def list_sources(archive: Archive) -> list[tuple[str, str]]:
    """What to show, and the name, of each paper, most articles first."""
    return [(one_line(source, 60), source) for source, _ in archive.count_sources()[:MOST_SOURCES] if source]


def write_list(archive: Archive, versions: Sequence[Version], language: str) -> str:
    """Buttons, one for each article."""
    if not versions:
        return clean(f'<p class="hint">{escape_line(say("no_articles", language))}</p>')
    return clean(f'<ul class="articles">{"".join(_row(archive, version, language) for version in versions)}</ul>')


def write_article(archive: Archive, version: Version, language: str) -> str:
    """One article to read."""
    article = version.article
    return clean(
        f'<article class="reading"><h2 dir="auto">{write_title(article.title, language)}</h2>'
        f'<p class="facts">{write_facts(version, language)}{write_badges(archive, version, language)}</p>'
        f"{write_text(version, (), language)}{write_footer(archive, version, language)}</article>"
    )


def write_freshness(sources: Sequence[SourceState], language: str) -> str:
    """A table: how many articles each source has, the newest, and when one was last taken in."""
    names = ("freshness_source", "freshness_articles", "freshness_newest", "freshness_added")
    head = "".join(f'<th scope="col">{escape_line(say(name, language))}</th>' for name in names)
    rows = "".join(
        f'<tr><td dir="auto">{escape_line(name_source(state.source, language))}</td><td>{write_number(state.articles, language)}</td>'
        f"<td>{escape_line(write_date(state.newest, language))}</td><td>{write_moment(state.added)}</td></tr>"
        for state in sources
    )
    return clean(f'<table class="freshness"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>')


def _row(archive: Archive, version: Version, language: str) -> str:
    article = version.article
    facts = [name_source(article.source, language), write_date(article.published, language), language_name(article.language, language)]
    return (
        f'<li><button type="button" name="act" value="{escape("read:" + version.article_id)}">'
        f'<span class="title" dir="auto">{write_title(article.title, language)}</span>'
        f'<span class="facts">{write_spans(facts)}{write_badges(archive, version, language)}</span></button></li>'
    )
