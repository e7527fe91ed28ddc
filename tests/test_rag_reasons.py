"""Why something happened is quoted also where a later sentence tells it."""

from dataclasses import replace
from pathlib import Path

from rag import Answer, ask, build_chain
from tests.news import BRIDGE, FESTIVAL, news_archive


def asked(folder: Path, question: str, text: str, language: str) -> Answer:
    with news_archive(folder, replace(BRIDGE, text=text, title="Report", language=language), FESTIVAL) as archive:
        return ask(build_chain(archive), question)


def test_a_reason_right_behind_is_quoted_in_one_piece(tmp_path: Path) -> None:
    text = "The court in Pell acquitted the nurse Ann Holt on Monday. She had not known of the dose, the judge said. The room was full."
    quotes = [one.quote for one in asked(tmp_path, "Why did the court acquit the nurse Ann Holt?", text, "en").citations]
    assert quotes[0].startswith("The court in Pell") and quotes[0].endswith("the judge said.")


def test_a_reason_further_down_is_quoted_by_itself(tmp_path: Path) -> None:
    text = (
        "Das Amtsgericht in Pell hat eine Erzieherin am Montag freigesprochen.\n\nEin Junge war vom Gerüst gestürzt. "
        "Die Frau habe nur kurz weggesehen, sagte die Richterin."
    )
    answer = asked(tmp_path, "Warum hat das Amtsgericht die Erzieherin freigesprochen?", text, "de")
    assert "weggesehen, sagte die Richterin" in " ".join(citation.quote for citation in answer.citations)


def test_a_sentence_that_gives_its_reason_stands_alone(tmp_path: Path) -> None:
    text = "Le pont de Morvan est fermé à cause de fissures. Le maire a parlé lundi. La foule a chanté."
    answer = asked(tmp_path, "Pourquoi le pont de Morvan est-il fermé ?", text, "fr")
    assert answer.citations[0].quote == "Le pont de Morvan est fermé à cause de fissures."
    other = asked(tmp_path / "who", "Qui a fermé le pont de Morvan ?", text, "fr")
    assert all("La foule" not in citation.quote for citation in other.citations)


def test_what_something_came_after_is_no_reason_where_it_tells_a_time(tmp_path: Path) -> None:
    text = (
        "Bürgermeister Torsten Kessler trat am Mittwoch nach nur acht Monaten zurück. "
        "Er zog damit die Folgen aus dem Streit um das Hallenbad. Es regnete."
    )
    assert "Hallenbad" in asked(tmp_path, "Warum trat Torsten Kessler zurück?", text, "de").citations[0].quote


def test_what_forced_somebody_in_the_sentence_before_is_the_reason(tmp_path: Path) -> None:
    text = (
        "Des rafales avaient contraint le festival à évacuer la scène. Le concert de Lea Koné a été reporté à samedi. « Beau », a dit Lea."
    )
    answer = asked(tmp_path, "Pourquoi le concert de Lea Koné a-t-il été reporté ?", text, "fr")
    assert "Des rafales" in answer.citations[0].quote
