"""An answer's text as it is put together, with the place of each sentence in it."""

from dataclasses import dataclass, field

from rag.proof import Sentence, Verdict
from rag.types import Citation


@dataclass(slots=True)
class Composition:
    """Text, sentences and citations that grow together. Citations count in order of first use; the same quote keeps its number."""

    text: str = ""
    sentences: list[Sentence] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Adds words that claim nothing: headings, sources, white space."""
        self.text += text

    def state(self, text: str, verdict: Verdict, reason: str | None = None, numbers: tuple[int, ...] = ()) -> None:
        """Adds a sentence; its marks are written after it by the caller."""
        start = len(self.text)
        self.text += text
        self.sentences.append(Sentence(text, start, len(self.text), verdict, reason, numbers))

    def number(self, citation: Citation) -> int:
        """Its number for the reader, from 1."""
        if citation not in self.citations:
            self.citations.append(citation)
        return self.citations.index(citation) + 1
