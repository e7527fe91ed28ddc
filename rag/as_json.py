"""An answer as JSON: for programs, and as it is saved."""

from dataclasses import asdict
from typing import Any

from rag.period import limit_filter
from rag.types import Answer, Citation, Silence
from vectorstore import SearchFilter

CITATION = ("quote", "start", "end", "article_id", "version", "title", "url", "source")


def to_json(question: str, answer: Answer) -> dict[str, Any]:
    """An answer for programs; dates in ISO 8601, None when unknown."""
    return {
        "question": question,
        "answer": answer.text,
        "abstained": answer.abstained,
        "reason": answer.reason,
        "silence": _silence_to_json(answer.silence),
        "direct": list(answer.direct),
        "form": answer.form,
        "points": [asdict(point) for point in answer.points],
        "citations": [_citation_to_json(citation) for citation in answer.citations],
        "sentences": [{**asdict(sentence), "citations": list(sentence.citations)} for sentence in answer.sentences],
        "understood": _understood_to_json(answer),
        "model": answer.model,
        "language": answer.language,
        "usage": None if answer.usage is None else asdict(answer.usage),
    }


def _understood_to_json(answer: Answer) -> dict[str, Any]:
    """What was read out of the question and limited what was found; `until` is the day after the last."""
    limits = limit_filter(SearchFilter(), answer.period) if answer.period is not None else SearchFilter()
    dates = {name: getattr(limits, name) for name in ("since", "until", "as_of")}
    return {
        **{name: None if day is None else str(day)[:10] for name, day in dates.items()},
        "sources": list(answer.outlets.sources),
        "languages": list(answer.outlets.languages),
    }


def _silence_to_json(silence: Silence | None) -> dict[str, Any] | None:
    if silence is None:
        return None
    days = {name: day.isoformat() if day else None for name, day in (("first", silence.first), ("last", silence.last))}
    return {"kind": silence.kind, **days}


def _citation_to_json(citation: Citation) -> dict[str, Any]:
    published = None if citation.published is None else str(citation.published)
    return {
        **{name: getattr(citation, name) for name in CITATION},
        "published": published,
        "language": citation.language,
        "translation": citation.translation,
        "suspicious": citation.suspicious,
    }
