"""The frame of a newsletter goes, its letter stays."""

import pytest

from ingest.mailings import LONGEST_FOOT, LONGEST_LINE, drop_mailing

LETTER = [f"In week {number} the council discussed the bridge, the school and the harbour." for number in range(12)]


@pytest.mark.parametrize(
    "line",
    [
        "View this email in your browser",
        "Trouble reading? Open in your browser: <https://mail.example.org/view?u=1>",
        "Unsubscribe | Manage your preferences",
        "You are receiving this because you signed up at courier.example.org.",
        "Newsletter im Browser ansehen",
        "Hier können Sie den Newsletter abbestellen.",
        "Sie erhalten diesen Newsletter, weil Sie ihn bestellt haben.",
        "Voir ce message dans votre navigateur",
        "Se désabonner de cette lettre",
        "Ver en el navegador",
        "Si no desea recibirlo más, puede darse de baja aquí.",
    ],
)
def test_the_lines_around_a_letter_are_left_out_in_four_languages(line: str) -> None:
    assert drop_mailing([line, *LETTER]) == LETTER
    assert drop_mailing([*LETTER, line]) == LETTER


def test_a_letter_may_speak_of_browsers_and_subscriptions_in_its_midst() -> None:
    spoken = [*LETTER[:6], "Readers can unsubscribe from the city's alerts as of May.", *LETTER[6:], *LETTER[:LONGEST_FOOT]]
    assert drop_mailing(spoken) == spoken


def test_what_is_longer_than_a_line_of_a_frame_is_the_letter() -> None:
    long = "To unsubscribe was all that he wanted, he said. " * (LONGEST_LINE // 40)
    assert drop_mailing([long]) == [long.strip()]


def test_long_addresses_between_words_are_dropped_and_what_is_nothing_else_with_them() -> None:
    track = "https://click.example.org/" + "x" * 80
    assert drop_mailing([f"The bridge <https://a.example.org/b> is closed {track} until May.", track, "(https://a.example.org)"]) == [
        "The bridge is closed until May."
    ]
    assert drop_mailing(["See https://courier.example.org/a for more."]) == ["See https://courier.example.org/a for more."]


def test_nothing_gives_nothing() -> None:
    assert drop_mailing([]) == drop_mailing(["", "  "]) == []
