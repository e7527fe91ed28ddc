"""A causal language model in this process, by transformers, as a LangChain chat model.

`ChatHuggingFace` would give the prompt in front of the answer unless told not to, break off after 60 seconds without a word (a long
prompt takes more on a processor), go on in the background when its reader has left, and count no tokens.
"""

import threading
from collections.abc import Iterator
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.messages.ai import UsageMetadata
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import ConfigDict

from rag.errors import ModelError

# five sentences are asked for, in any language
MOST_NEW_TOKENS = 700
ROLES = {"human": "user", "ai": "assistant", "system": "system"}
# one model on few cores: two answers at once would take more than twice as long
_LOCK = threading.Lock()


class InProcessChat(BaseChatModel):
    """Streams what a transformers model generates, greedily, and stops when its reader leaves."""

    model_config = ConfigDict(arbitrary_types_allowed=True, protected_namespaces=())

    model_name: str
    # transformers' own classes are made at run time and have no types
    tokenizer: Any
    network: Any
    context_tokens: int
    most_new_tokens: int = MOST_NEW_TOKENS

    @property
    def _llm_type(self) -> str:
        return "newsdesk-in-process"

    def _generate(
        self, messages: list[BaseMessage], stop: list[str] | None = None, run_manager: CallbackManagerForLLMRun | None = None, **kwargs: Any
    ) -> ChatResult:
        chunks = [chunk.message for chunk in self._stream(messages, stop, run_manager, **kwargs)]
        whole = sum(chunks[1:], chunks[0])
        message = AIMessage(str(whole.text), usage_metadata=whole.usage_metadata, response_metadata=whole.response_metadata)  # type: ignore[attr-defined]
        return ChatResult(generations=[ChatGeneration(message=message)])

    def _stream(
        self, messages: list[BaseMessage], stop: list[str] | None = None, run_manager: CallbackManagerForLLMRun | None = None, **kwargs: Any
    ) -> Iterator[ChatGenerationChunk]:
        with _LOCK:
            yield from self._write(self._encode(messages), run_manager)

    def _encode(self, messages: list[BaseMessage]) -> Any:
        """Token ids in the model's own chat format, or as plain lines where it has none."""
        turns = [{"role": ROLES.get(message.type, "user"), "content": str(message.text)} for message in messages]
        if getattr(self.tokenizer, "chat_template", None):
            text = self.tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
            encoded = self.tokenizer(text, return_tensors="pt", add_special_tokens=False)
        else:
            text = "\n\n".join(turn["content"] for turn in turns) + "\n\nAnswer:"
            encoded = self.tokenizer(text, return_tensors="pt")
        # what is too long would be an error deep inside; the question stands at the end
        ids = encoded["input_ids"][:, -max(1, self.context_tokens - self.most_new_tokens) :]
        return ids.to(self.network.device)

    def _write(self, ids: Any, run_manager: CallbackManagerForLLMRun | None) -> Iterator[ChatGenerationChunk]:
        from transformers import StoppingCriteriaList, TextIteratorStreamer

        left = threading.Event()
        failed: list[BaseException] = []
        made: list[int] = []
        streamer = TextIteratorStreamer(self.tokenizer, skip_prompt=True, timeout=None, skip_special_tokens=True)

        def generate() -> None:
            try:
                whole = self.network.generate(
                    ids,
                    attention_mask=ids.new_ones(ids.shape),
                    streamer=streamer,
                    stopping_criteria=StoppingCriteriaList([lambda *_, **__: left.is_set()]),
                    max_new_tokens=self.most_new_tokens,
                    do_sample=False,
                    pad_token_id=self._pad_token(),
                )
                made.append(int(whole.shape[1] - ids.shape[1]))
            except Exception as error:  # travels to the reader
                failed.append(error)
            finally:
                # without it the reader would wait for ever
                streamer.text_queue.put(streamer.stop_signal)

        thread = threading.Thread(target=generate, name="model generation", daemon=True)
        thread.start()
        try:
            for text in streamer:
                if run_manager and text:
                    run_manager.on_llm_new_token(text)
                yield ChatGenerationChunk(message=AIMessageChunk(content=text))
        finally:
            left.set()
            thread.join()
        if failed:
            raise failed[0]
        yield self._end(int(ids.shape[1]), made[0])

    def _end(self, read: int, made: int) -> ChatGenerationChunk:
        """Why it stopped, and what it cost."""
        reason = "length" if made >= self.most_new_tokens else "stop"
        usage = UsageMetadata(input_tokens=read, output_tokens=made, total_tokens=read + made)
        return ChatGenerationChunk(
            message=AIMessageChunk(
                content="", usage_metadata=usage, response_metadata={"finish_reason": reason, "model_name": self.model_name}
            )
        )

    def _pad_token(self) -> int:
        return int(next((token for token in (self.tokenizer.pad_token_id, self.tokenizer.eos_token_id) if token is not None), 0))


def load_in_process(name: str, context_tokens: int) -> InProcessChat:
    """The model of that name or folder; weights are read from safetensors only, and no code that comes with a model is run.

    Args:
        context_tokens: How much it may read at once, prompt and answer together; less where the model itself takes less.

    Raises:
        ModelError: It cannot be had, or its files cannot be read.
    """
    try:
        from transformers import AutoModelForCausalLM, AutoTokenizer

        tokenizer = AutoTokenizer.from_pretrained(name, trust_remote_code=False)
        network = AutoModelForCausalLM.from_pretrained(name, trust_remote_code=False, use_safetensors=True, dtype="auto")
        network.eval()  # type: ignore[no-untyped-call]
    except Exception as error:  # the libraries below raise anything from OSError to KeyError for a model they cannot read
        said = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        raise ModelError(f"the model {name} cannot be loaded ({said}); check NEWS_MODEL and the network") from error
    own = int(getattr(network.config, "max_position_embeddings", None) or context_tokens)
    fits = min(own, context_tokens)
    return InProcessChat(
        model_name=name, tokenizer=tokenizer, network=network, context_tokens=fits, most_new_tokens=min(MOST_NEW_TOKENS, max(1, fits // 3))
    )
