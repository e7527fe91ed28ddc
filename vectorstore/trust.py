"""How far the nearness of two vectors is to be trusted, by what languages the embedding model knows."""

from collections.abc import Collection

from vectorstore.embeddings import ModelIdentity

# What the nearest passage is worth, as a share of the question's weight in words. Chosen on one half of the questions of Belebele
# and XQuAD, with the bundled model, which knows English only: names, numbers and loan words show it something of a text in another
# language, less of a question. .2 to .4 gives the same on these where it knows both languages; .25 ranks highest on half of MultiHop-RAG.
KNOWN, UNKNOWN_PASSAGE, UNKNOWN_QUESTION = 0.25, 0.1, 0.05

# what an article's language is called when it is not known
UNDETERMINED = "und"


def trust_vectors(model: ModelIdentity, asked_in: str | None, written_in: str) -> float:
    """What a passage in one language may gain by its vector's nearness to a question in another.

    Args:
        model: Its `languages` count; a multilingual model, which has none, knows all.
        asked_in: None when the question does not tell: taken for a language that the model knows.
    """
    if asked_in is not None and not _knows(model.languages, asked_in):
        return UNKNOWN_QUESTION
    return KNOWN if written_in == UNDETERMINED or _knows(model.languages, written_in) else UNKNOWN_PASSAGE


def _knows(languages: Collection[str], language: str) -> bool:
    return not languages or language in languages
