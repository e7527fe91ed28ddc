"""The bundled model without torch gives torch's vectors; batches and pooling."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy
import pytest

from vectorstore import ArchiveSettings, Article, open_archive, split_sentences
from vectorstore.embeddings import ModelIdentity, PassageEmbeddings
from vectorstore.export_check import SMALLEST_COSINE_OF_HALVES
from vectorstore.exports import export_folder, read_manifest
from vectorstore.models import find_runtime, load_model
from vectorstore.runtime import ALONE_STEPS, BATCH_TEXTS, BATCH_TOKENS, ExportedEmbeddings, batches, pool, round_up
from vectorstore.sentence import SentenceEmbeddings, load_sentence_transformer
from vectorstore.weights import BUNDLED, ModelFiles, find_model

ROOT = Path(__file__).parent.parent
SENTENCES = (
    "The council approved the new bridge on Tuesday.",
    "Der Stadtrat hat den Haushalt für 2025 beschlossen; die Opposition protestierte.",
    "Le maire a été réélu à Besançon avec 52,3 % des voix.",
    "El ayuntamiento aprobó el presupuesto para el año próximo.",
    "Il ponte è stato chiuso per lavori fino a marzo.",
    "港口将于明年扩建，市长在周二说。",
    "市長は火曜日に予算を承認した。",
    "Мэр города объявил о строительстве нового моста через реку.",
    "أعلن رئيس البلدية عن الميزانية الجديدة يوم الثلاثاء.",
    "महापौर ने नए पुल की घोषणा की।",
)
# 1 to 60 times: from a few tokens to far beyond the model's window of 256
TEXTS = [" ".join([sentence] * times) for sentence in SENTENCES for times in (1, 2, 5, 17, 60)] + ["", " ", "a", "🚢", "\n\nHarbour\t"]


@pytest.fixture(scope="module")
def cache() -> Path:
    folder = ArchiveSettings().model_cache
    assert folder is not None
    return folder


@pytest.fixture(scope="module")
def files(cache: Path) -> ModelFiles:
    found = find_model(BUNDLED, cache / "hashes")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def exported(cache: Path) -> PassageEmbeddings:
    return load_model(BUNDLED, cache)


@pytest.fixture(scope="module")
def torch(files: ModelFiles) -> SentenceEmbeddings:
    identity = ModelIdentity(BUNDLED, files.fingerprint, 384, languages=("en",))
    return SentenceEmbeddings(load_sentence_transformer(BUNDLED, files.folder), identity)


def cosines(one: list[list[float]], other: list[list[float]]) -> list[float]:
    return [float(value) for value in (numpy.array(one) * numpy.array(other)).sum(axis=1)]


def test_the_bundled_model_runs_without_torch(exported: PassageEmbeddings) -> None:
    assert isinstance(exported, ExportedEmbeddings)
    assert exported.runtime in ("openvino bf16", "openvino f32")


def test_the_vectors_are_those_of_torch(exported: PassageEmbeddings, torch: SentenceEmbeddings) -> None:
    assert min(cosines(exported.embed_documents(TEXTS), torch.embed_documents(TEXTS))) > 0.9999
    assert cosines([exported.embed_query(SENTENCES[0])], [torch.embed_query(SENTENCES[0])])[0] > 0.9999
    assert exported.identity == torch.identity and exported.max_tokens == torch.max_tokens


def test_in_full_precision_nothing_but_the_halved_weights_is_lost(
    cache: Path, files: ModelFiles, exported: object, torch: SentenceEmbeddings
) -> None:
    folder = export_folder(cache, files)
    export = read_manifest(folder)
    assert export is not None and "f32" in export.precisions
    exact = ExportedEmbeddings(folder, export, "f32")
    assert min(cosines(exact.embed_documents(TEXTS), torch.embed_documents(TEXTS))) > SMALLEST_COSINE_OF_HALVES


def test_a_text_has_the_same_vector_alone_and_in_any_company(exported: PassageEmbeddings) -> None:
    together = exported.embed_documents(TEXTS)
    alone = [exported.embed_documents([text])[0] for text in TEXTS]
    assert min(cosines(together, alone)) > 0.9999
    assert exported.embed_documents([]) == []


def test_tokens_are_counted_as_before(exported: PassageEmbeddings, torch: SentenceEmbeddings) -> None:
    assert exported.count_tokens(TEXTS) == torch.count_tokens(TEXTS)
    assert exported.count_tokens(["word " * 5_000, ""]) == [5_000, 0]
    assert exported.count_tokens([]) == []


WITHOUT_TORCH = """
import sys
from vectorstore.models import load_model
model = load_model("all-MiniLM-L6-v2")
assert len(model.embed_query("Who runs the city?")) == 384 and model.count_tokens(["harbour"]) == [1]
heavy = ("torch", "transformers", "sentence_transformers", "huggingface_hub", "openvino_telemetry")
# None stands there for the one that is kept from being imported
print(*[name for name in heavy if sys.modules.get(name)])
"""


def test_once_exported_a_model_is_loaded_without_torch(exported: PassageEmbeddings) -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_TORCH], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [], done.stdout
    assert done.stderr == ""


def test_the_status_says_what_runs_the_model(tmp_path: Path, cache: Path, exported: PassageEmbeddings) -> None:
    assert find_runtime(BUNDLED, tmp_path / "empty") == ""
    assert find_runtime(BUNDLED, cache) == exported.runtime
    with open_archive(ArchiveSettings(archive=tmp_path, embedding="bundled", model_cache=cache)) as archive:
        assert archive.status().runtime == ""
        archive.add([(Article("The ferry has left.", url="https://x.example.org/1"), split_sentences("The ferry has left."))])
        assert archive.status().runtime == exported.runtime
    with open_archive(ArchiveSettings(archive=tmp_path, model_cache=cache)) as archive:
        assert archive.status().runtime == exported.runtime, "known without loading it"


def test_batches_hold_every_text_once_and_are_of_like_length() -> None:
    lengths = [(7 * number) % 90 + 1 for number in range(100)]
    found = list(batches(lengths, BATCH_TOKENS))
    assert sorted(position for batch in found for position in batch) == list(range(100))
    assert max(len(batch) for batch in found) <= BATCH_TEXTS
    assert [lengths[position] for batch in found for position in batch] == sorted(lengths)
    assert list(batches([], BATCH_TOKENS)) == []


@pytest.mark.parametrize(("texts", "sizes"), [(1, [1]), (2, [1, 1]), (3, [2, 1]), (32, [16, 16]), (34, [9, 9, 9, 7]), (48, [12] * 4)])
def test_a_few_texts_are_shared_out_among_what_runs_beside_each_other(texts: int, sizes: list[int]) -> None:
    assert [len(batch) for batch in batches([9] * texts, BATCH_TOKENS)] == sizes


def test_long_texts_come_in_smaller_batches_and_the_longest_alone() -> None:
    found = list(batches([BATCH_TOKENS // 3] * 7 + [2 * BATCH_TOKENS], BATCH_TOKENS))
    assert [len(batch) for batch in found] == [3, 3, 1, 1]


def test_many_who_embed_at_once_each_get_their_own_vectors(exported: PassageEmbeddings) -> None:
    texts = [f"Ferry {number} has left the harbour" + " again" * (number % 7) for number in range(60)]
    alone = [exported.embed_documents([text])[0] for text in texts]
    parts = [texts[at : at + 1 + at % 9] for at in range(len(texts))]
    with ThreadPoolExecutor(8) as askers:
        for at, vectors in enumerate(askers.map(exported.embed_documents, parts)):
            assert numpy.array(vectors) == pytest.approx(numpy.array(alone[at : at + len(vectors)]), abs=0.02)


def test_a_question_is_hardly_filled_up_and_never_shorter_than_eight_tokens() -> None:
    assert [round_up(tokens, ALONE_STEPS) for tokens in (2, 8, 9, 13, 32, 33, 65)] == [8, 8, 12, 16, 32, 40, 80]


def test_pooling_leaves_out_what_is_padded() -> None:
    tokens = numpy.array([[[3, 0], [0, 4], [90, 90]], [[1, 1], [5, 1], [0, 2]]], dtype=numpy.float32)
    mask = numpy.array([[1, 1, 0], [1, 1, 1]])
    assert pool(tokens, mask, "mean")[0] == pytest.approx([0.6, 0.8])
    assert pool(tokens, mask, "cls").tolist() == [[1, 0], pytest.approx([0.5**0.5] * 2)]
    assert pool(tokens, mask, "lasttoken").tolist() == [[0, 1], [0, 1]]


def test_pooling_of_nothing_is_no_division_by_zero() -> None:
    tokens = numpy.zeros((1, 2, 2), dtype=numpy.float32)
    for pooling in ("mean", "cls", "lasttoken"):
        assert pool(tokens, numpy.zeros((1, 2), dtype=numpy.int64), pooling).tolist() == [[0, 0]]
