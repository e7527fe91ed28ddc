"""An answer with its sources, for other programs: Markdown, CSL-JSON, and a message of LangChain."""

import re
from typing import TYPE_CHECKING, Any

from rag.messages import ENGLISH, say
from rag.quoted import write_date, write_version
from rag.types import Answer, Citation
from vectorstore import Timestamp
from vectorstore.addresses import clean_url
from vectorstore.plain import one_line

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage
    from langchain_core.messages.content import Citation as Annotation

# what Markdown would act on, wherever it stands in a line
ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~!])")
MARK = re.compile(r"\[(\d{1,3})\]")
# the type that reference managers give to what stood in a paper or on its page
CSL_TYPE = "article-newspaper"


def export_markdown(answer: Answer, question: str = "", *, first: int = 1) -> str:
    """The answer as Markdown with its sources as footnotes: quote, title, source, date, article, version and address.

    Nothing in a quote or a model's words is read as Markdown, except bold words, which are ours or the model's.

    Args:
        first: Number of the first footnote: several answers may stand in one text.
    """
    numbers = range(1, len(answer.citations) + 1)
    # a backslash keeps what stands above a quote on a line of its own; a model's lines may be a list's
    text = "\n\n".join(_escape(block).replace("\n“", "\\\n“") for block in answer.text.split("\n\n"))
    for number in numbers:
        text = text.replace(rf"\[{number}\]", f"[^{number + first - 1}]")
    parts = [f"# {_escape(one_line(question))}"] if question else []
    parts += [text.replace(r"\*\*", "**")]
    parts += [f"*{_escape(one_line(answer.reason))}*"] if answer.reason else []
    notes = [_footnote(number, citation, answer.language) for number, citation in enumerate(answer.citations, start=first)]
    return "\n\n".join([*parts, *notes]) + "\n"


def export_csl(answer: Answer) -> list[dict[str, Any]]:
    """The cited articles as CSL-JSON, which Zotero, Pandoc and citeproc read; each version of an article once, in order of first use.

    `note` has the quotes. A date is no finer than it is known; one that is unknown is left out.
    """
    items: dict[tuple[str, int], dict[str, Any]] = {}
    for citation in answer.citations:
        item = items.setdefault((citation.article_id, citation.version), _csl_item(citation))
        item["note"] = "\n".join(part for part in (item.get("note"), f"“{one_line(citation.quote)}”") if part)
    return list(items.values())


def to_message(answer: Answer) -> "AIMessage":
    """The answer as a message of LangChain, each proven sentence annotated with the citations that prove it.

    An annotation's `start_index` and `end_index` count in the message's text; `extras` holds what LangChain has no name for.
    """
    from langchain_core.messages import AIMessage
    from langchain_core.messages.content import create_text_block

    annotations = [
        _annotate(answer.citations[number - 1], sentence.start, sentence.end)
        for sentence in answer.sentences
        for number in sentence.citations
    ]
    return AIMessage(content_blocks=[create_text_block(answer.text, annotations=list(annotations))])


def _annotate(citation: Citation, start: int, end: int) -> "Annotation":
    from langchain_core.messages.content import create_citation

    published = None if citation.published is None else str(citation.published)
    return create_citation(
        url=clean_url(citation.url) or None,
        title=citation.title,
        start_index=start,
        end_index=end,
        cited_text=citation.quote,
        source=citation.source,
        published=published,
        article_id=citation.article_id,
        version=citation.version,
        quote_start=citation.start,
        quote_end=citation.end,
    )


def _footnote(number: int, citation: Citation, language: str | None) -> str:
    source = _escape(one_line(citation.source)) or say("unknown_source", language or ENGLISH)
    parts = [f"“{_escape(one_line(citation.quote))}”"]
    if citation.translation:
        parts.append(f"({say('translation', language or ENGLISH)}: “{_escape(one_line(citation.translation))}”)")
    origin = ", ".join((source, write_date(citation.published, language), _escape(write_version(citation, language))))
    parts.append(f"{_escape(one_line(citation.title))}. {origin}.".removeprefix(". "))
    if link := clean_url(citation.url):
        parts.append(f"<{link}>")
    return f"[^{number}]: " + " ".join(parts)


def _csl_item(citation: Citation) -> dict[str, Any]:
    item: dict[str, Any] = {"id": f"{citation.article_id}:{citation.version}", "type": CSL_TYPE, "title": one_line(citation.title)}
    if citation.source:
        item["container-title"] = one_line(citation.source)
    if link := clean_url(citation.url):
        item["URL"] = link
    if citation.published is not None:
        item["issued"] = {"date-parts": [_date_parts(citation.published)]}
    if citation.language != "und":
        item["language"] = citation.language
    return item


def _date_parts(time: Timestamp) -> list[int]:
    return [int(part) for part in str(time)[:10].split("-")]


def _escape(text: str) -> str:
    return ACTIVE.sub(r"\\\1", text)
