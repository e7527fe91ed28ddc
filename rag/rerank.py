"""A second look at what search found, by a cross-encoder that reads question and passage together. Optional, off by default."""

from collections.abc import Callable, Sequence

from langchain_core.documents import Document

from rag.errors import ModelError

# question and passages, best first -> the same passages in the model's order
Rerank = Callable[[str, Sequence[Document]], list[Document]]
# how many passages a cross-encoder reads for one question: each costs about what embedding it does
READ_AGAIN = 48


def load_reranker(name: str) -> Rerank:
    """The cross-encoder of that name, of the model hub or a folder.

    Code in its folder is never run. Of the passages it gives back, `reranked` in the metadata is the model's score; `score` stays
    the search's, by which an answer tells whether anything is near.

    Raises:
        ModelError: It cannot be loaded, or does not give one score to a pair of texts.
    """
    # seconds of torch, for those alone who want it
    from sentence_transformers import CrossEncoder

    remedy = "name a cross-encoder of the model hub or a folder in NEWS_RERANKER, or unset it"
    try:
        model = CrossEncoder(name, trust_remote_code=False)
    except Exception as error:  # missing files, no network, another architecture: each library raises its own
        said = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        raise ModelError(f"the reranker {name[:80]!r} cannot be loaded ({said}); {remedy}.") from error
    if model.num_labels != 1:
        raise ModelError(f"the reranker {name[:80]!r} gives {model.num_labels} scores to a pair of texts instead of one; {remedy}.")

    def rerank(question: str, passages: Sequence[Document]) -> list[Document]:
        if not passages:
            return []
        read, rest = passages[:READ_AGAIN], passages[READ_AGAIN:]
        scores = model.predict([(question, passage.page_content) for passage in read], show_progress_bar=False)
        scored = [
            passage.model_copy(update={"metadata": {**passage.metadata, "reranked": float(score)}})
            for passage, score in zip(read, scores, strict=True)
        ]
        return [*sorted(scored, key=lambda passage: -passage.metadata["reranked"]), *rest]

    return rerank
