"""Whose an office is that a sentence names."""

from rag.names import find_persons
from rag.owners import Asked, has_title, is_titled, leads_as_deputy, offices_held, people_in
from rag.titles import offices_in


def asked(question: str, own: str = "") -> Asked:
    return Asked(question, offices_in(question, own), (), own)


def test_an_office_is_held_by_whom_a_sentence_gives_it_to() -> None:
    sentence = "Rufus Ash met Tilda Gran, the prime minister of Varland."
    assert offices_held(sentence, {"gran"}) == ["prime minister Varland"] and offices_held(sentence, {"ash"}) == []
    met = "President Ann Berg received Carl Lund."
    ann, carl = find_persons(met)
    assert is_titled(met, ann, asked("Who is the president?")) and not is_titled(met, carl, asked("Who is the president?"))


def test_a_title_is_no_part_of_a_name_and_nobody_is_called_by_it_alone() -> None:
    def names(text: str, own: str = "") -> list[str]:
        return [person.text for person in people_in(text, asked("", own))]

    assert names("Weihbischof Markus Sterz und Stadtbaurätin Anna Berg", "stadtbaurat") == ["Markus Sterz", "Anna Berg"]
    assert names("Anna Lund ist Botschafterin von Ostrau.") == ["Anna Lund"]
    # of a surname alone an office is the first name, as far as anybody can tell
    assert names("Prefect Jones sang.") == ["Prefect Jones"]


def test_two_that_are_named_together_hold_an_office_together() -> None:
    sentence = "Ann Berg und Carl Lund, die Vorsitzenden der Liste, kamen."
    assert all(is_titled(sentence, person, asked("Wer ist Vorsitzender?")) for person in find_persons(sentence))


def test_an_office_of_its_own_is_told_from_one_like_it() -> None:
    chief, sentence = asked("Who is the chief executive?"), "Finance director Ann Berg spoke."
    (ann,) = people_in(sentence, chief)
    assert is_titled(sentence, ann, chief) and not has_title(sentence, ann, chief)


def test_a_deputy_leads_by_what_is_said_next() -> None:
    runs = asked("Who runs the museum?")
    leads, speaks = "Deputy director Ann Berg has been running the museum.", "Deputy director Ann Berg said the museum would run on."
    assert leads_as_deputy(leads, people_in(leads, runs)[0], runs)
    assert not leads_as_deputy(speaks, people_in(speaks, runs)[0], runs)
