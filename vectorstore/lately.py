"""Vectors of texts that were needed lately: one question is embedded once, however many steps ask, and so is a sentence that many meet."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]

# 384 numbers of 4 bytes each: 15 MB
MOST = 10_000


class Lately:
    """Any thread may use it. Whoever has not been asked for longest is forgotten."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._guard = threading.Lock()
        self._model = ""
        self._vectors: OrderedDict[tuple[str, str], Vector] = OrderedDict()

    def get(self, kind: str, model: str, texts: Sequence[str], embed: Callable[[list[str]], Sequence[Sequence[float]]]) -> list[Vector]:
        """The texts' vectors, in their order; `embed` makes those that are not known.

        Args:
            kind: Texts of another kind have other vectors.
            model: Fingerprint of the model: vectors of another one are forgotten.
        """
        with self._guard:
            if model != self._model:
                self._vectors.clear()
                self._model = model
            known = {text: self._vectors[kind, text] for text in texts if (kind, text) in self._vectors}
            for text in known:
                self._vectors.move_to_end((kind, text))
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            # outside the guard: another thread may make the same meanwhile, and that does no harm
            made = {text: np.asarray(vector, np.float32) for text, vector in zip(missing, embed(missing), strict=True)}
            self._keep(kind, model, made)
            known |= made
        return [known[text] for text in texts]

    def _keep(self, kind: str, model: str, made: dict[str, Vector]) -> None:
        with self._guard:
            if model != self._model:
                return
            for text, vector in made.items():
                self._vectors[kind, text] = vector
            while len(self._vectors) > self._most:
                self._vectors.popitem(last=False)
