"""The page on which people sign in, and the form that it sends."""

import pytest
from starlette.datastructures import Headers

from serving.sign_in import LONGEST_FORM, read_form, write_page


@pytest.mark.parametrize(
    ("body", "name", "password"),
    [
        (b"name=maria&password=a+b%26c", "maria", "a b&c"),
        (b"name=j%C3%BCrgen&password=%F0%9F%94%91", "jürgen", "🔑"),
        (b"name=+maria+&password=+x+", "maria", " x "),  # blanks may be of a password
        (b"name=a&name=b&password=1&password=2", "a", "1"),
        (b"name=maria", "maria", ""),
        (b"", "", ""),
        (b"\xff\xfe=\x00", "", ""),
        (b"&".join(b"x=%d" % number for number in range(50)), "", ""),
    ],
)
def test_name_and_password_are_read_and_what_is_no_form_is_empty(body: bytes, name: str, password: str) -> None:
    assert read_form(body) == (name, password)


def test_of_an_endless_form_only_the_beginning_is_read() -> None:
    name, password = read_form(b"name=maria&password=" + b"x" * 10 * LONGEST_FORM)
    assert name == "maria" and len(password) < LONGEST_FORM


def page(language: str = "", warning: str = "") -> str:
    return bytes(write_page(Headers({"accept-language": language}), warning, 401 if warning else 200).body).decode()


def test_the_page_is_in_the_readers_language_and_works_without_a_script() -> None:
    for asked, spoken in (("de-AT,de;q=0.9", "de"), ("fr", "fr"), ("es-MX", "es"), ("it", "en")):
        assert f'<html lang="{spoken}">' in page(asked)
    assert page("de") != page("en")
    assert "<script" not in page() and "http" not in page(), "nor does it fetch anything"


def test_what_went_wrong_is_told_at_once_to_readers_of_screens_too() -> None:
    assert 'role="alert"' in page(warning="sign_in_wrong")
    assert 'role="alert"' not in page()


def test_the_page_is_kept_by_no_cache() -> None:
    answer = write_page(Headers({}), "sign_in_later", 429, {"Retry-After": "12"})
    assert (answer.status_code, answer.headers["cache-control"], answer.headers["retry-after"]) == (429, "no-store", "12")
