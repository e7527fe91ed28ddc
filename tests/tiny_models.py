"""Embedding models of a few kilobytes, with weights of chance, in the layout of sentence-transformers."""

import json
import shutil
from pathlib import Path
from typing import Any

from vectorstore.weights import BUNDLED, find_model

SIZES = {
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 64,
    "vocab_size": 30_522,
    "pad_token_id": 0,
}
ARCHITECTURES: dict[str, dict[str, Any]] = {
    "bert": {"max_position_embeddings": 64},
    "xlm-roberta": {"max_position_embeddings": 80, "type_vocab_size": 1, "bos_token_id": 101, "eos_token_id": 102},
    "modernbert": {
        "max_position_embeddings": 64,
        "local_attention": 8,
        "global_attn_every_n_layers": 2,
        "bos_token_id": 101,
        "eos_token_id": 102,
        "cls_token_id": 101,
        "sep_token_id": 102,
    },
    "mpnet": {"max_position_embeddings": 80, "bos_token_id": 101, "eos_token_id": 102},
    "qwen2": {"max_position_embeddings": 64, "num_key_value_heads": 2, "bos_token_id": 101, "eos_token_id": 102},
}
MAX_TOKENS = 48


def write_tiny_model(folder: Path, architecture: str = "bert", pooling: str = "mean", last: str = "Normalize") -> Path:
    """A model with the bundled one's tokenizer, in a folder of its own."""
    import torch
    from transformers import AutoConfig, AutoModel

    folder.mkdir()
    bundled = find_model(BUNDLED, folder / "hashes")
    assert bundled is not None
    torch.manual_seed(7)
    network = AutoModel.from_config(AutoConfig.for_model(architecture, **SIZES, **ARCHITECTURES[architecture]))
    network.save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json", "vocab.txt", "special_tokens_map.json"):
        shutil.copy(bundled.folder / name, folder)
    config = json.loads((folder / "tokenizer_config.json").read_text())
    # by its architecture another class would be taken, which adds other special tokens
    (folder / "tokenizer_config.json").write_text(json.dumps({**config, "tokenizer_class": "PreTrainedTokenizerFast"}))
    _write_modules(folder, pooling, last)
    return folder


def _write_modules(folder: Path, pooling: str, last: str = "Normalize") -> None:
    write_json(folder / "sentence_bert_config.json", {"max_seq_length": MAX_TOKENS, "do_lower_case": False})
    write_json(folder / "1_Pooling" / "config.json", {"word_embedding_dimension": 32, "pooling_mode": pooling})
    parts = [("", "Transformer"), ("1_Pooling", "Pooling"), (f"2_{last}", last)]
    if last == "Dense":
        from sentence_transformers.models import Dense

        (folder / "2_Dense").mkdir()
        Dense(32, 16).save(str(folder / "2_Dense"))
    else:
        (folder / f"2_{last}").mkdir()
    kinds = [
        {"idx": n, "name": str(n), "path": path, "type": f"sentence_transformers.models.{kind}"} for n, (path, kind) in enumerate(parts)
    ]
    write_json(folder / "modules.json", kinds)


# a word and its translations: English, German, Spanish, Russian
CONCEPTS = """
harbour port hafen puerto порт
pilots lotsen prácticos лоцманы
strike streik streiken huelga забастовка
ships schiffe barcos корабли
wait warten esperan ждут
bridge brücke puente мост
closed gesperrt cerrado закрыт
mayor bürgermeister alcalde мэр
budget haushalt presupuesto бюджет
lighthouse leuchtturm faro маяк
keeper wärter guardián смотритель
cats katzen gatos кошки
"""
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")


def write_multilingual_model(folder: Path, prompts: dict[str, str]) -> Path:
    """A model that knows two dozen words in four languages: a word and its translations have one vector, all others nearly none."""
    import torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import AutoModel, PreTrainedTokenizerFast, XLMRobertaConfig

    folder.mkdir()
    concepts = [line.split() for line in CONCEPTS.split("\n") if line]
    vocabulary = {word: number for number, word in enumerate([*SPECIAL, *(word for concept in concepts for word in concept)])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)])
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token="<s>",
        cls_token="<s>",
        eos_token="</s>",
        sep_token="</s>",
        pad_token="<pad>",
        unk_token="<unk>",
    ).save_pretrained(folder)
    torch.manual_seed(7)
    sizes = {**SIZES, **ARCHITECTURES["xlm-roberta"], "vocab_size": len(vocabulary)}
    network = AutoModel.from_config(XLMRobertaConfig(**{**sizes, "pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2}))
    with torch.no_grad():
        words = network.embeddings.word_embeddings.weight
        words *= 0.1
        for concept in concepts:
            words[[vocabulary[word] for word in concept]] = torch.randn(words.shape[1])
    network.save_pretrained(folder)
    _write_modules(folder, "mean")
    write_json(folder / "config_sentence_transformers.json", {"prompts": prompts, "similarity_fn_name": "cosine"})
    return folder


def write_tiny_inference(folder: Path, labels: tuple[str, ...] = ("contradiction", "entailment", "neutral")) -> Path:
    """A cross-encoder over three labels, with the bundled model's tokenizer."""
    import torch
    from transformers import AutoConfig, AutoModelForSequenceClassification

    folder.mkdir()
    bundled = find_model(BUNDLED, folder / "hashes")
    assert bundled is not None
    torch.manual_seed(7)
    named = dict(enumerate(labels))
    config = AutoConfig.for_model(
        "bert", **SIZES, **ARCHITECTURES["bert"], id2label=named, label2id={label: number for number, label in named.items()}
    )
    AutoModelForSequenceClassification.from_config(config).save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json", "vocab.txt", "special_tokens_map.json"):
        shutil.copy(bundled.folder / name, folder)
    return folder


def write_tiny_causal(folder: Path) -> Path:
    """A causal language model with the bundled one's tokenizer and a chat format."""
    import torch
    from transformers import AutoConfig, AutoModelForCausalLM

    folder.mkdir()
    bundled = find_model(BUNDLED, folder / "hashes")
    assert bundled is not None
    torch.manual_seed(7)
    config = AutoConfig.for_model("qwen2", **{**SIZES, **ARCHITECTURES["qwen2"], "max_position_embeddings": 2048})
    network = AutoModelForCausalLM.from_config(config)
    # chance must not end it: the end is asked for by its number of tokens
    network.generation_config.eos_token_id = None
    network.save_pretrained(folder)
    for name in ("tokenizer.json", "vocab.txt", "special_tokens_map.json"):
        shutil.copy(bundled.folder / name, folder)
    tokenizer = json.loads((bundled.folder / "tokenizer_config.json").read_text())
    chat = "{% for message in messages %}{{ message.role }}: {{ message.content }}\n{% endfor %}assistant:"
    write_json(folder / "tokenizer_config.json", {**tokenizer, "tokenizer_class": "PreTrainedTokenizerFast", "chat_template": chat})
    return folder


def write_json(file: Path, value: object) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(value))
