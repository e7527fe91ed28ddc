"""Embeddings that remember on disk, so that a second run embeds nothing again."""

import hashlib
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings

from vectorstore import ModelIdentity, PassageEmbeddings

# SQLite takes no more parameters in one statement on old builds
AT_ONCE = 500


class RememberingEmbeddings(Embeddings):
    """Another model's vectors, kept in `file`. Any thread may use it.

    The file belongs to one model on one runtime: two runtimes differ in the last digits.
    """

    def __init__(self, model: PassageEmbeddings, file: Path) -> None:
        self.identity: ModelIdentity = model.identity
        self.max_tokens = model.max_tokens
        self.runtime = str(getattr(model, "runtime", ""))
        self._model = model
        self._guard = threading.Lock()
        file.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(file, check_same_thread=False)
        # what is lost in a crash is embedded again
        self._database.execute("PRAGMA synchronous=OFF")
        self._database.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID")

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        keys = [_key("document", text) for text in texts]
        with self._guard:
            known = self._read(keys)
            missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
            if missing:
                known |= self._write(dict(zip(missing, self._model.embed_documents(list(missing.values())), strict=True)))
        return [known[key] for key in keys]

    def embed_query(self, text: str) -> list[float]:
        key = _key("query", text)
        with self._guard:
            known = self._read([key])
            if key not in known:
                known = self._write({key: self._model.embed_query(text)})
        return known[key]

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self._model.count_tokens(texts)

    def close(self) -> None:
        self._database.close()

    def _read(self, keys: Sequence[bytes]) -> dict[bytes, list[float]]:
        known: dict[bytes, list[float]] = {}
        for start in range(0, len(keys), AT_ONCE):
            part = keys[start : start + AT_ONCE]
            rows = self._database.execute(f"SELECT key, vector FROM vectors WHERE key IN ({','.join('?' * len(part))})", part)
            known |= {key: np.frombuffer(vector, dtype=np.float32).tolist() for key, vector in rows}
        return known

    def _write(self, vectors: dict[bytes, list[float]]) -> dict[bytes, list[float]]:
        """The vectors as a later run will read them."""
        packed = {key: np.asarray(vector, dtype=np.float32) for key, vector in vectors.items()}
        with self._database:
            rows = [(key, vector.tobytes()) for key, vector in packed.items()]
            self._database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
        return {key: vector.tolist() for key, vector in packed.items()}


def _key(kind: str, text: str) -> bytes:
    return hashlib.sha256(f"{kind}\n{text}".encode("utf-8", "surrogatepass")).digest()[:16]
