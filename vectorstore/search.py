"""One search: the three rankings of a question, fused, copies dropped."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from langchain_core.documents import Document

from vectorstore.beside import beside
from vectorstore.catalogue import Catalogue
from vectorstore.copies import SameText, drop_copies
from vectorstore.embeddings import ModelIdentity
from vectorstore.filters import SearchFilter
from vectorstore.function_words import drop_function_words, language_of
from vectorstore.fusion import fuse, weigh_whole
from vectorstore.indexes import Indexes
from vectorstore.lexical import GRAMS, WORDS, LexicalHits
from vectorstore.model import ArchiveModel
from vectorstore.naming import named_sources
from vectorstore.rankings import NOTHING, Ranking, Scores
from vectorstore.remembered import Remembered
from vectorstore.status import tally_languages, tally_sources
from vectorstore.terms import fold, marked_gram_terms, word_terms
from vectorstore.trust import UNDETERMINED, trust_vectors
from vectorstore.wording import Wording, question_terms, word_question

# How far down each ranking is read before they are fused: at least this many, and this many times k. The last vector is where nearness
# begins, so that more of them tell near from far better: on one half of MultiHop-RAG 400 rank the evidence .02 (MRR) higher than 100.
DEPTH, DEPTH_PER_RESULT = 400, 4
# From so many passages on, 4-grams that more than half of the passages have are not looked for: they tell next to nothing and take half of
# the time and more. Left out of small archives, too, no figure of Belebele and XQuAD falls by .004 on one half, in one language or across;
# without those of a share of .3 some fall by .01. From there on those of translated words count each for itself, see `Wording.loosened`.
LARGE, COMMON = 50_000, 0.5


@dataclass(frozen=True, slots=True)
class _Aims:
    """What fusion asks of a question: what its terms weigh together, and the folded names of the sources that it names."""

    whole: float
    sources: frozenset[str]


@dataclass(frozen=True, slots=True)
class TermWeights:
    """How much each term of a question tells: its inverse document frequency in the archive, always above 0.

    A term that no passage has weighs most. `words` are stemmed by the rules of every language of the archive.
    """

    words: Mapping[str, float]
    grams: Mapping[str, float]


class PassageSearch:
    """Searches one archive; `Archive` says what its methods give. Any thread may use it.

    Args:
        large: Of so many passages an archive is large.
    """

    def __init__(self, catalogue: Catalogue, indexes: Indexes, model: ArchiveModel, large: int = LARGE) -> None:
        self._large = large
        self._catalogue = catalogue
        self._indexes = indexes
        self._model = model
        self._languages = Remembered(lambda: self._catalogue.generation, lambda: tally_languages(self._catalogue))
        self._sources = Remembered(lambda: self._catalogue.generation, lambda: tally_sources(self._catalogue))

    def search(self, text: str, filter: SearchFilter, k: int, wordings: Sequence[str]) -> list[Document]:
        if k < 1:
            raise ValueError(f"k is the number of passages wanted, at least 1, not {k}")
        with self._catalogue.database.moment():
            return self._search(text, filter, k, wordings)

    def _search(self, text: str, filter: SearchFilter, k: int, wordings: Sequence[str]) -> list[Document]:
        ranked = self._rank(text, filter, max(DEPTH, DEPTH_PER_RESULT * k), wordings)
        found: list[Document] = []
        fused = self._fuse(text, *ranked) if ranked else NOTHING
        # some may be copies, and another process may just have changed an article
        for start in range(0, len(fused), k):
            ids, scores = fused.ids(start, start + k), fused.scores[start : start + k].tolist()
            passages = self._catalogue.read_passages(ids, filter)
            scored = [(passages[id], score) for id, score in zip(ids, scores, strict=True) if id in passages]
            found += [passage.model_copy(update={"metadata": {**passage.metadata, "score": score}}) for passage, score in scored]
            found = drop_copies(found, k, self._compare_texts(found))
            if len(found) == k:
                break
        return found

    def _compare_texts(self, passages: Sequence[Document]) -> SameText:
        """Whether two of the passages' articles are one text; looked up for all of them when it is first asked."""
        labels: dict[str, str] | None = None

        def are_same(one: str, other: str) -> bool:
            nonlocal labels
            if labels is None:
                labels = self._catalogue.read_labels(passage.metadata["article_id"] for passage in passages)
            return one in labels and labels[one] == labels.get(other)

        return are_same

    def rank(self, text: str, filter: SearchFilter, k: int, wordings: Sequence[str]) -> dict[str, list[tuple[str, float]]]:
        with self._catalogue.database.moment():
            ranked = self._rank(text, filter, k, wordings)
            return {name: ranking.pairs() for name, ranking in ranked[0].items()} if ranked else {}

    def _rank(self, text: str, filter: SearchFilter, k: int, wordings: Sequence[str]) -> tuple[dict[str, Ranking], _Aims] | None:
        """The three rankings, and what is to be known for fusing them; None where there is nothing yet."""
        if not text.strip():
            raise ValueError("there is nothing to search for: the text is blank")
        if k < 1:
            raise ValueError(f"k is the number of passages wanted, at least 1, not {k}")
        if self._model.recorded is None:
            return None

        def match() -> tuple[LexicalHits, _Aims]:
            return self._indexes.match(self._word(text, wordings), filter, k), self._aim(text)

        # beside each other, in one transaction: both leave Python to others most of the time
        with beside("match", match) as matching:
            near = self._indexes.nearest(self._model.embed_question(text).tolist(), filter, self._model.stored(), k)
        hits, aims = matching.result()
        return {"vectors": near, "words": hits.words, "grams": hits.grams}, aims

    def weigh(self, text: str) -> TermWeights:
        with self._catalogue.database.moment():
            terms = question_terms(text, self._read_languages())
            return TermWeights(self._inverse_frequencies(WORDS, terms.words), self._inverse_frequencies(GRAMS, terms.grams))

    def count_languages(self) -> tuple[tuple[str, int], ...]:
        return self._languages.get()

    def count_sources(self) -> tuple[tuple[str, int], ...]:
        return self._sources.get()

    def _read_languages(self) -> list[str]:
        """What the archive is written in, most articles first."""
        return [language for language, _ in self._languages.get()]

    def _word(self, text: str, others: Sequence[str]) -> list[Wording]:
        languages = self._read_languages()
        own = word_question(drop_function_words(text), language_of(text), languages)
        # what has been translated as a whole is not translated again word by word
        others = [other for other in others if other.strip()]
        wordings = [own, *(word_question(drop_function_words(other), None, languages) for other in others)]
        return [self._ease(wording) for wording in wordings]

    def _ease(self, wording: Wording) -> Wording:
        """In a large archive the wording with its 4-grams loosened, and without the commonest."""
        _, total = self._indexes.frequencies(GRAMS, ())
        if total < self._large:
            return wording
        frequencies, total = self._indexes.frequencies(GRAMS, {gram for terms in wording.parts for gram in terms.grams})
        return wording.loosened(frequencies, COMMON * total)

    def _aim(self, text: str) -> _Aims:
        named = named_sources(text, (source for source, _ in self._sources.get()))
        return _Aims(self._weigh_whole(drop_function_words(text)), frozenset(map(fold, named)))

    def _fuse(self, text: str, rankings: Mapping[str, Ranking], aims: _Aims) -> Ranking:
        model = self._model.recorded
        assert model is not None, "without a model there are no rankings"
        words, grams, vectors = (rankings[name] for name in ("words", "grams", "vectors"))
        asked_in = language_of(text)
        # a model that knows them all, or one language: in whatever language a passage is
        worths = {trust_vectors(model, asked_in, language) for language in self._read_languages()}
        trust: Scores | float = worths.pop() if len(worths) == 1 else self._trust(model, asked_in, vectors)
        return fuse(words, grams, vectors, aims.whole, trust, self._find_named(rankings.values(), aims.sources))

    def _trust(self, model: ModelIdentity, asked_in: str | None, near: Ranking) -> Scores:
        languages = self._languages_of(near)
        worths = {language: trust_vectors(model, asked_in, language) for language in set(languages)}
        return np.array([worths[language] for language in languages])

    def _languages_of(self, ranking: Ranking) -> Sequence[str]:
        if ranking.languages is not None:
            return ranking.languages
        ids = ranking.ids()
        origins = self._catalogue.read_origins(ids)
        return [origins[id][0] if id in origins else UNDETERMINED for id in ids]

    def _find_named(self, rankings: Iterable[Ranking], sources: Collection[str]) -> dict[str, str]:
        """By their ids, the passages of these sources that any of the rankings has found."""
        if not sources:
            return {}
        origins = self._catalogue.read_origins({id for ranking in rankings for id in ranking.ids()})
        return {id: source for id, (_, source) in origins.items() if source in sources}

    def _weigh_whole(self, text: str) -> float:
        # in the archive's languages that are not the question's its words have stems that nobody has
        stems = [set(word_terms(text, language)) for language in self._read_languages()]
        weights = self._inverse_frequencies(WORDS, set[str]().union(*stems))
        words = min((sum(weights[stem] for stem in stemmed) for stemmed in stems), default=0.0)
        return weigh_whole(words, sum(self._inverse_frequencies(GRAMS, set(marked_gram_terms(text))).values()))

    def _inverse_frequencies(self, field: str, terms: Iterable[str]) -> dict[str, float]:
        frequencies, total = self._indexes.frequencies(field, terms)
        # the form of BM25 that is never negative
        return {term: math.log(1 + (total - found + 0.5) / (found + 0.5)) for term, found in frequencies.items()}
