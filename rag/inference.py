"""A cross-encoder for natural language inference -> how sure it is that a quote entails or contradicts a sentence."""

import threading
from collections.abc import Sequence
from typing import Any

from rag.checks import Infer
from rag.errors import ModelError

# one model on few cores: two at once are slower than one after the other
_LOCK = threading.Lock()


def load_inference(name: str) -> Infer:
    """Loads it now, so that a wrong name is said before the first question.

    Weights are read from safetensors only, and no code that comes with a model is run.

    Raises:
        ModelError: It cannot be had, or does not tell entailment from contradiction.
    """
    try:
        from sentence_transformers import CrossEncoder

        model = CrossEncoder(name, trust_remote_code=False, model_kwargs={"use_safetensors": True})
        labels = [str(label).lower() for _, label in sorted(model.config.id2label.items())]
    except Exception as error:  # the libraries below raise anything from OSError to KeyError for a model they cannot read
        said = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        raise ModelError(f"the inference model {name} cannot be loaded ({said}); check NEWS_NLI_MODEL or unset it") from error
    if not {"entailment", "contradiction"} <= set(labels):
        raise ModelError(f"the model {name} has the labels {', '.join(labels)}; NEWS_NLI_MODEL needs entailment and contradiction")

    def infer(pairs: Sequence[tuple[str, str]]) -> list[dict[str, float]]:
        # premise first: the quote; then what is claimed
        with _LOCK:
            # its own types call the result anything
            scores: Any = model.predict([(quote, claim) for claim, quote in pairs], apply_softmax=True, show_progress_bar=False)
        return [dict(zip(labels, (float(score) for score in row), strict=True)) for row in scores]

    return infer
