"""The routes that the page needs."""

import pytest

from serving.routes import allowed_methods


@pytest.mark.parametrize("path", ["/gradio_api/queue/join", "/gradio_api/upload", "/gradio_api/cancel"])
def test_events_are_posted(path: str) -> None:
    assert allowed_methods(path) == {"POST"}


@pytest.mark.parametrize("path", ["/assets/index-B1.js", "/static/js/x.min.js", "/gradio_api/heartbeat/4c3x"])
def test_what_the_page_reads_is_read(path: str) -> None:
    assert allowed_methods(path) == {"GET", "HEAD"}


@pytest.mark.parametrize(
    "path", ["", "/assets/", "/assets/../x", "/assets//x", "/assets/a\\b", "/x\n", "/gradio_api/heartbeat/", "/GRADIO_API/upload"]
)
def test_nothing_like_it_is_there(path: str) -> None:
    assert allowed_methods(path) == frozenset()
