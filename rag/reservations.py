"""What a written answer does not tell by itself: that its premise is contradicted, or that only opinion or undated articles speak of it."""

from collections.abc import Sequence
from dataclasses import replace

from langchain_core.documents import Document

from rag.extractive import find_contradicting, quote_answer
from rag.messages import language_for, say
from rag.notes import find_doubt, read_articles
from rag.proof import Sentence
from rag.quoted import in_marks, write_quotes
from rag.types import Answer, Citation, Draft, Point, Query, Silence
from vectorstore import Archive


def reserve(archive: Archive, query: Query, passages: Sequence[Document], answer: Answer) -> Answer:
    """A model's answer; with reason and silence where the archive contradicts the question, or only doubtful articles prove it."""
    contrary = find_contradicting(archive, query, passages)
    if contrary is not None:
        return _contradict(query, answer, contrary)
    doubt = find_doubt(query, answer.citations, read_articles(archive, answer.citations))
    return answer if doubt is None else _abstain(query, answer, doubt)


def explain_no_answer(archive: Archive, query: Query, passages: Sequence[Document], draft: Draft) -> Draft:
    """Why a model that found no answer found none, as far as code can tell: quotes that say the contrary, what lies outside the limits."""
    found = quote_answer(archive, query, passages)
    if found.silence is not None and found.silence.kind != "nothing near":
        return replace(found, usage=draft.usage)
    reason = say("model_found_nothing", language_for(query.question))
    return Draft(reason=reason, silence=Silence("nothing near"), model=draft.model, usage=draft.usage)


def _abstain(query: Query, answer: Answer, silence: Silence) -> Answer:
    reason = say(silence.kind.replace(" ", "_"), language_for(query.question))
    told = " ".join(part for part in (answer.reason, reason) if part)
    return replace(answer, abstained=True, reason=told, silence=silence)


def _contradict(query: Query, answer: Answer, contrary: Citation) -> Answer:
    """The answer with the quote that says the contrary, unless it cites that already."""
    language = answer.language
    if not any(_overlap(citation, contrary) for citation in answer.citations):
        citations = (*answer.citations, contrary)
        number = len(citations)
        written = write_quotes(citations, [Point(number, "contradicts")], language)
        text = f"{answer.text}\n\n{written}"
        quoted = in_marks(contrary.quote)
        start = text.index(quoted, len(answer.text))
        said = Sentence(quoted, start, start + len(quoted), "supported", citations=(number,))
        answer = replace(answer, text=text, citations=citations, sentences=(*answer.sentences, said))
    return _abstain(query, answer, Silence("contradicted"))


def _overlap(one: Citation, other: Citation) -> bool:
    same = (one.article_id, one.version) == (other.article_id, other.version)
    return same and one.start < other.end and other.start < one.end
