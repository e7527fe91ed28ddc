"""What a language model's client fails of is told in our words."""

import pytest

from rag.modelfaults import explain, may_pass


class Refused(Exception):
    def __init__(self, status_code: object) -> None:
        super().__init__("<html>the key sk-0123456789abcdef</html>")
        self.status_code = status_code


class ReadTimeout(Exception):
    pass


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (Refused(401), "model_key"),
        (Refused(413), "model_too_much"),
        (Refused(429), "model_busy"),
        (Refused(418), "model_refused"),
        (Refused(503), "model_broken"),
        (Refused("none"), "model_unreadable"),
        (ReadTimeout(), "model_timeout"),
        (ConnectionResetError(), "model_cut_off"),
        (ConnectionRefusedError(), "model_unreachable"),
        (ConnectionError(), "model_connection"),
        (KeyError("choices"), "model_unreadable"),
    ],
)
def test_a_client_s_error_is_told_in_our_words_without_its_own(error: Exception, name: str) -> None:
    try:
        raise RuntimeError("outer") from error
    except RuntimeError as outer:
        failed = explain(outer)
    assert failed.name == name
    assert "sk-" not in str(failed) and "\n" not in str(failed)


@pytest.mark.parametrize(("status", "expected"), [(429, True), (503, True), (401, False), (404, False)])
def test_a_server_that_is_busy_is_worth_another_try_and_one_that_refuses_is_not(status: int, expected: bool) -> None:
    outer = RuntimeError("outer")
    outer.__cause__ = Refused(status)
    assert (may_pass(outer), may_pass(ReadTimeout())) == (expected, False)
