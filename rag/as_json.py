"""An answer as JSON: for programs, and as it is saved."""

from dataclasses import asdict
from typing import Any

from rag.types import Answer, Citation, Silence

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
        "model": answer.model,
        "language": answer.language,
        "usage": None if answer.usage is None else asdict(answer.usage),
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
