"""The readers of sets, on small files of the same shape; what is kept between runs."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from evaluation.__main__ import commands, measure
from evaluation.answers import SHIFTS, measure_null_questions, measure_quotes, measure_silence
from evaluation.belebele import read_belebele
from evaluation.chronoqa import first_date, read_chronoqa
from evaluation.dated import measure_dated
from evaluation.disputes import measure_disputes
from evaluation.evidence import measure_evidence, measure_evidence_rankings
from evaluation.extraction import measure_extraction
from evaluation.files import SetMissing, fingerprint
from evaluation.memory import RememberingEmbeddings
from evaluation.metrics import Figure
from evaluation.multihop import read_multihop
from evaluation.pages import read_pages
from evaluation.protocols import choose_protocols, protocols
from evaluation.ramdocs import read_ramdocs
from evaluation.retrieval import measure_articles, measure_rankings
from evaluation.workshop import Workshop
from evaluation.xquad import read_xquad
from tests.doubles import HashEmbeddings
from vectorstore import Article

BRIDGE = "The harbour bridge is closed until May. Engineers found cracks in two cables."
FERRY = "The night ferry sails again from Monday. It carries ninety cars."


def write_lines(file: Path, *records: dict[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(record) + "\n" for record in records))


def values(figures: list[Figure]) -> dict[str, float]:
    return {figure.name: round(figure.value, 3) for figure in figures}


def held(figures: list[Figure]) -> list[Figure]:
    """Those that have floors."""
    return [figure for figure in figures if not figure.course]


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "work", HashEmbeddings())


def test_belebele_asks_in_four_directions(tmp_path: Path, workshop: Workshop) -> None:
    passages = [(BRIDGE, "Why is the harbour bridge closed?", True), (FERRY, "When does the night ferry sail?", False)]
    records = [
        {
            "passage_id": f"bb{number}",
            "is_wikinews": news,
            "passage": {"eng": text, "deu": f"Deutsch: {text}"},
            "items": [{"question": {"eng": question, "deu": f"Frage: {question}"}}],
        }
        for number, (text, question, news) in enumerate(passages)
    ]
    write_lines(tmp_path / "belebele" / "passages_488.jsonl", *records)
    sets = list(read_belebele(tmp_path))
    assert [one.name for one in sets] == ["belebele eng→eng", "belebele deu→deu", "belebele eng→deu", "belebele deu→eng"]
    assert sets[2].questions[0].text == "Why is the harbour bridge closed?"
    assert sets[2].articles[0].text.startswith("Deutsch: ")
    figures = values(measure_articles(workshop, sets[:1], "all"))
    assert figures["belebele eng→eng: R@1"] == figures["belebele eng→eng, WikiNews: R@1"] == 1
    assert "belebele eng→eng · words: R@1" in values(measure_rankings(workshop, sets[:1], "all"))


def test_xquad_answers_are_looked_for_in_quotes_and_missed_when_their_paragraph_is_gone(tmp_path: Path, workshop: Workshop) -> None:
    paragraphs = [
        {
            "context": f"\ufeff{BRIDGE}",
            "qas": [{"id": "q1", "question": "Why is the harbour bridge closed?", "answers": [{"text": "cracks"}]}],
        },
        {"context": FERRY, "qas": [{"id": "q2", "question": "How many cars does the night ferry carry?", "answers": [{"text": "ninety"}]}]},
    ]
    for language in ("en", "de", "es", "zh"):
        (tmp_path / "xquad").mkdir(exist_ok=True)
        (tmp_path / "xquad" / f"xquad.{language}.json").write_text(json.dumps({"data": [{"paragraphs": paragraphs}]}))
    one, *rest = read_xquad(tmp_path)
    assert [other.name for other in rest[:4]] == ["xquad de→de", "xquad es→es", "xquad zh→zh", "xquad en→de"]
    assert one.articles[0].text == BRIDGE, "a byte order mark is no text"
    figures = values(measure_quotes(workshop, [one], "all"))
    assert figures["xquad en→en: exact quotes"] == 1
    assert 0 <= figures["xquad en→en: first quote"] <= figures["xquad en→en: within three"] <= figures["xquad en→en: answered"]
    assert figures["xquad en→en: first quote"] <= figures["xquad en→en, silence aside: first quote"]
    assert figures["xquad en→en: within three"] <= figures["xquad en→en, silence aside: within three"] == 1
    silence = measure_silence(workshop, [one], "all")
    assert values(held(silence)) == {"xquad en→en, paragraph taken out: abstained": 1.0}
    course = [figure.value for figure in silence if figure.course]
    assert len(course) == len(SHIFTS) and course == sorted(course), "a higher threshold is silent more often"


def test_multihop_counts_facts_and_silence(tmp_path: Path, workshop: Workshop) -> None:
    folder = tmp_path / "multihop_rag"
    corpus = {
        "doc_id": "mh0",
        "title": "Bridge",
        "body": f"{BRIDGE}\n{FERRY}",
        "source": "Courier",
        "author": None,
        "published_at": "2023-10-12",
    }
    write_lines(folder / "corpus_279.jsonl", corpus, {**corpus, "doc_id": "mh1", "body": FERRY, "source": None, "published_at": None})
    query = {"query": "Why is the harbour bridge closed?", "gold_facts": ["Engineers found cracks in two cables."], "gold_doc_ids": ["mh0"]}
    null = {"id": "1", "query": "Who painted the ceiling?", "question_type": "null_query", "gold_facts": [], "gold_doc_ids": []}
    write_lines(folder / "queries_covered.jsonl", {**query, "id": "0", "question_type": "inference_query"}, null)
    multihop = read_multihop(tmp_path)
    assert multihop.questions.articles[0].text == f"{BRIDGE}\n\n{FERRY}", "a line is a paragraph"
    assert set(values(measure_evidence(workshop, multihop, "all")).values()) == {1.0}
    assert values(measure_evidence_rankings(workshop, multihop, "all"))["multihop · words: Hits@4"] == 1
    assert set(values(held(measure_null_questions(workshop, multihop.questions, "all")))) == {
        "multihop, null: abstained",
        "multihop, answerable: answered",
        "multihop: exact quotes",
    }


def test_a_dispute_is_settled_among_its_own_documents(tmp_path: Path, workshop: Workshop) -> None:
    documents = [{"text": BRIDGE, "type": "correct"}, {"text": BRIDGE.replace("May", "June"), "type": "misinfo"}]
    dispute = {
        "question": "Until when is the harbour bridge closed?",
        "documents": documents,
        "gold_answers": ["May"],
        "wrong_answers": ["June"],
    }
    write_lines(tmp_path / "ramdocs" / "RAMDocs_test.jsonl", dispute, {**dispute, "documents": documents[1:]})
    disputes = read_ramdocs(tmp_path)
    assert len({article.article_id for one in disputes for article in one.articles}) == 3, "equal texts of two questions stay apart"
    figures = values(measure_disputes(workshop, disputes, "all"))
    assert figures["ramdocs: gold recall"] <= 0.5, "the second question has no document that is right"


def test_chronoqa_tells_the_chain_the_day(tmp_path: Path, workshop: Workshop) -> None:
    write_lines(
        tmp_path / "chronoqa" / "chunks.jsonl",
        {"chunk_id": "cq0", "text": "港口大桥因裂缝关闭。"},
        {"chunk_id": "cq1", "text": "夜间渡轮恢复运营。"},
    )
    question = {
        "qid": "c0",
        "question": "港口大桥为何关闭？",
        "question_date": "2024-08-30",
        "temporal_type": "absolute",
        "gold_chunk_ids": ["cq0"],
    }
    write_lines(tmp_path / "chronoqa" / "questions_200.jsonl", question)
    one, asked = read_chronoqa(tmp_path)
    assert [article.published for article in one.articles] == [None, None], "neither states a date"
    assert asked["c0"] == datetime(2024, 8, 30, 23, tzinfo=UTC)
    assert values(measure_dated(workshop, one, asked, "all"))["chronoqa, times read, absolute: R@5"] == 1


def test_a_page_is_read_as_ingest_reads_it(tmp_path: Path) -> None:
    body = "\n\n".join(
        [BRIDGE, FERRY, "The council will meet again on Friday to talk about both, and about money, of which there is little."]
    )
    page = "<html><body><article>" + "".join(f"<p>{line}</p>" for line in body.split("\n\n")) + "</article></body></html>"
    folder = tmp_path / "extraction"
    (folder / "html").mkdir(parents=True)
    (folder / "html" / "p1.html.gz").write_bytes(gzip.compress(page.encode()))
    (folder / "ground-truth.json").write_text(json.dumps({"p1": {"articleBody": body, "url": ""}}))
    assert values(measure_extraction(read_pages(tmp_path), "all"))["extraction: F1"] == 1


@pytest.mark.parametrize(
    "protocol", [one for one in protocols() if one.command in ("retrieval", "answers", "extraction")], ids=lambda one: one.name
)
def test_a_set_that_is_missing_is_named(tmp_path: Path, protocol: Any) -> None:
    with pytest.raises(SetMissing, match="--data"):
        protocol.find_files(tmp_path)


def test_missing_sets_do_not_stop_the_others(tmp_path: Path, workshop: Workshop) -> None:
    run = measure([*choose_protocols("extraction", []), *choose_protocols("time", [])], workshop, tmp_path, "a")
    assert [report.name for report in run.reports] == ["time periods"]
    assert len(run.missing) == 1 and "ground-truth.json is missing" in run.missing[0]


def test_the_fingerprint_knows_names_and_contents(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("x")
    second.write_text("y")
    known = fingerprint([first, second])
    assert fingerprint([second, first]) == known
    second.write_text("z")
    assert fingerprint([first, second]) != known


def test_nothing_is_embedded_twice(tmp_path: Path) -> None:
    model = HashEmbeddings()
    file = tmp_path / "vectors.sqlite"
    first = RememberingEmbeddings(model, file)
    vectors = first.embed_documents([BRIDGE, FERRY, BRIDGE])
    first.embed_query(BRIDGE)
    first.close()
    again = RememberingEmbeddings(model, file)
    assert again.embed_documents([FERRY, BRIDGE]) == [vectors[1], vectors[0]]
    assert again.embed_documents([]) == []
    assert model.embedded == [BRIDGE, FERRY]
    assert vectors[0] == pytest.approx(model.embed_query(BRIDGE), abs=1e-6)


def test_an_archive_is_made_once_in_a_run_and_holds_exactly_its_articles(tmp_path: Path) -> None:
    model = HashEmbeddings()
    workshop = Workshop(tmp_path, model)
    articles = [Article(text=text, key=str(number), source="x", language="en") for number, text in enumerate((BRIDGE, FERRY))]
    with workshop.archive("two", articles) as archive:
        assert archive.status().articles == 2
    with workshop.archive("two", articles) as archive:
        assert archive.status().articles == 2
        assert len(model.embedded) == 2, "nothing was embedded again"
    with workshop.archive("two", articles[:1]) as archive:
        assert archive.status().articles == 1, "other articles are another archive"


def test_floors_are_for_all_questions() -> None:
    result = CliRunner().invoke(commands, ["samples", "--half", "a", "--gate"])
    assert result.exit_code == 2
    assert "leave out --half" in result.output


def test_a_command_with_no_set_at_hand_says_where_it_looked(tmp_path: Path) -> None:
    result = CliRunner().invoke(commands, ["extraction", "--data", str(tmp_path / "none"), "--work", str(tmp_path), "--gate"])
    assert result.exit_code == 1
    assert "extraction pages" in result.output and "--data" in result.output
    assert not list(tmp_path.glob("archives-*")), "archives go with the run"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021年5月3日，大桥关闭；2021年6月1日重开。", "2021-05-03"),
        ("今年大桥于2021年3月关闭。", "2021-03-01"),
        ("2024年第二季度，订单减少。", "2024-04-01"),
        ("2023年2月30日之后是2023年3月1日。", "2023-03-01"),
        ("大桥于5月3日关闭，1998年建成。", None),
    ],
)
def test_a_passage_of_chronoqa_is_dated_by_the_first_date_it_states(text: str, day: str | None) -> None:
    found = first_date(text)
    assert (datetime.fromtimestamp(found.seconds, UTC).date().isoformat() if found else None) == day
