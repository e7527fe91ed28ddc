"""Lines of the log: JSON for programs, one line for people, without secrets and without the words of errors."""

import json
import logging

import pytest

from serving.log_lines import LogLines

ENVIRONMENT = {
    "OPENAI_API_KEY": "opensesame-1",
    "NEWS_CHROMA_TOKEN": "opensesame-12345",
    "SHORT_KEY": "abc",
    "PATH": "/usr/bin",
    "NEWS_DATABASE_URL": "postgresql://news:p%40ss@db/news",
}


def record(message: str, error: BaseException | None = None) -> logging.LogRecord:
    facts = (type(error), error, None) if error is not None else None
    return logging.LogRecord("serving.jobs", logging.ERROR, __file__, 1, message, None, facts)  # type: ignore[arg-type]  # no trace


def message_of(message: str, address: str) -> str:
    """The message as it is told where the database has that address."""
    lines = LogLines(as_json=True, environment={"NEWS_DATABASE_URL": address})
    return str(json.loads(lines.format(record(message)))["message"])


def line_of(message: str, error: BaseException | None = None) -> dict[str, object]:
    line: dict[str, object] = json.loads(LogLines(as_json=True, environment=ENVIRONMENT).format(record(message, error)))
    return line


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("a key: opensesame-12345.", "a key: ***."),
        ("opensesame-1 and opensesame-12345", "*** and ***"),
        ("password p@ss, as p%40ss", "password ***, as ***"),
        ("Authorization: Bearer abcdef0123456789", "Authorization: ***"),
        ("sk-abcdefghij0123456789", "***"),
        ("nd-abcdefghij0123456789_-x", "***"),
        ("abc is a word, /usr/bin a folder", "abc is a word, /usr/bin a folder"),
    ],
)
def test_no_secret_stands_in_a_line(message: str, said: str) -> None:
    assert line_of(message)["message"] == said


def test_of_an_error_its_type_and_its_calls_are_told_and_not_its_words() -> None:
    try:
        try:
            raise KeyError("Who leads the delegation?")
        except KeyError as error:
            raise ValueError("of the delegation") from error
    except ValueError as error:
        line = line_of("a job\nfailed", error)
        plain = LogLines(as_json=False, environment=ENVIRONMENT).format(record("a job\nfailed", error))
    assert (line["level"], line["logger"], line["message"]) == ("error", "serving.jobs", "a job\nfailed")
    told = line["errors"]
    assert isinstance(told, list) and [each.split(":")[0] for each in told] == ["builtins.ValueError", "builtins.KeyError"]
    assert all("test_serving_log_lines.py" in each and "delegation" not in each for each in told)
    assert plain.startswith("ERROR serving.jobs: a job failed | builtins.ValueError: ") and "\n" not in plain
    assert "delegation" not in plain


@pytest.mark.parametrize("password", ["a", "io", "fail", "secret-of-news", "p%40ss", "p/s", "p@ss@db"])
def test_a_password_is_hidden_wherever_an_address_or_quotes_tell_it_however_short_it_is(password: str) -> None:
    address = f"postgresql://news:{password}@db:5432/news"
    for meant in (password, password.replace("%40", "@")):
        said = message_of(f"no way to {address} ('{meant}')", address)
        assert said == "no way to postgresql://news:***@db:5432/news ('***')"


def test_a_password_that_nobody_told_of_is_hidden_where_it_is_called_so() -> None:
    said = "see http://u:abc@proxy/x and user=u password=abc host=db, password='a b' as /x?password=abc&y=1"
    assert message_of(said, "") == "see http://u:***@proxy/x and user=u password=*** host=db, password=*** as /x?password=***&y=1"


@pytest.mark.parametrize("password", ["a", "io", "news", "over", "5432"])
def test_letters_of_a_short_password_stay_where_they_are_parts_of_other_words(password: str) -> None:
    said = "newspapers were read over again at 15432, ions: serving.jobs/newsroom"
    hidden = {"over": said.replace(" over ", " *** ")}.get(password, said)
    assert message_of(said, f"postgresql://u:{password}@db/n") == hidden


@pytest.mark.parametrize("address", ["postgresql://[::1/x", "postgresql://db:5432/news", "postgresql://news@db/news", ""])
def test_an_address_without_a_password_hides_nothing_and_breaks_nothing(address: str) -> None:
    said = "said of http://127.0.0.1:7860/articles/a@b and mailto:a@b"
    assert message_of(said, address) == said
