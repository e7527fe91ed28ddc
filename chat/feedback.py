"""What readers thought of answers -> evaluation cases, a line of JSON for each."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from chat.store import Rated


def write_cases(ratings: Iterable[Rated]) -> Iterator[str]:
    """As `evaluation/questions.jsonl` has them, with the rating: `gold` is what was quoted where the answer was good.

    An answer that was withdrawn with a deleted article is left out.
    """
    for rated in ratings:
        answer = rated.exchange.answer
        if answer is None:
            continue
        quoted = [
            {"article_id": one.article_id, "version": one.version, "source": one.source, "title": one.title, "sentence": one.quote}
            for one in answer.citations
        ]
        is_good = rated.rating == "good"
        case = {
            "id": "feedback-" + hashlib.sha256(f"{rated.exchange.question}{rated.rated}".encode()).hexdigest()[:10],
            "language": answer.language,
            "kind": "feedback",
            "question": rated.exchange.question,
            # whether the archive answers a question is known only where a reader agreed with what came
            "answerable": not answer.abstained if is_good else None,
            "gold": quoted if is_good else [],
            "rating": rated.rating,
            "reason": rated.reason,
            "rated": datetime.fromtimestamp(rated.rated, UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            "answer": answer.text,
            "cited": quoted,
        }
        yield json.dumps(case, ensure_ascii=False)
