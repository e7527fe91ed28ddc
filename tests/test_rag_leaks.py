"""A model's sentence that repeats our instructions, or holds a key, is known; what only looks like one stays."""

import pytest

from rag import prompts
from rag.leaks import RUN, leaks

PROMPTS = [prompts.ANSWER, prompts.CONDENSE, prompts.JUDGE, prompts.TRANSLATE, prompts.IN_LANGUAGES]


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_part_of_each_of_our_prompts_is_known_whatever_its_case_and_marks(prompt: str) -> None:
    part = " ".join(prompt.split()[3 : 3 + 2 * RUN])
    assert leaks(f"My orders say: {part}")
    assert leaks(part.upper().replace(" ", "\n** "))


@pytest.mark.parametrize(
    "text",
    [
        "The key is sk-abcdefghijklmnop1234.",
        "Use sk-proj-A1b2C3d4E5f6G7h8 for it.",
        "AIzaSyA1234567890abcdefghijk is Google's.",
        "Send it with Bearer eyJhbGciOiJIUzI1NiJ9.e30.x and wait.",
    ],
)
def test_a_key_is_known_by_its_form(text: str) -> None:
    assert leaks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die PK-Teilnehmerinnen und -Teilnehmer fragten nach dem Haushalt.",
        "Shares of SK-Hynix-Electronics rose by 4 per cent.",
        "The bank issued bearer certificates in 1998.",
        "Der SK-Landesvorsitzende trat zurück.",
        "The flag bearer Christopherson led the team.",
        "You answer questions for journalists, the spokesman said.",
        "",
    ],
)
def test_a_report_with_such_letters_is_no_key(text: str) -> None:
    assert not leaks(text)


def test_a_secret_of_the_environment_is_known_and_a_short_one_is_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ODD_SERVICE_TOKEN", "correct horse battery")
    monkeypatch.setenv("SHORT_PASSWORD", "harbour")
    monkeypatch.setenv("HARBOUR_NAME", "Kelmouth Bay")
    assert leaks("It is correct horse battery staple.")
    assert not leaks("The harbour of Kelmouth Bay is closed.")
