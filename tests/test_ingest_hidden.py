"""What no reader of a page sees is not read."""

import pytest
from lxml import html

from ingest.hidden import drop_hidden


def visible(markup: str) -> str:
    tree = html.document_fromstring(f"<html><body>{markup}</body></html>")
    drop_hidden(tree)
    return " ".join(tree.text_content().split())


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>secret</p>",
        "<p aria-hidden='true'>secret</p>",
        "<p style='display: none'>secret</p>",
        "<p style='Visibility:HIDDEN'>secret</p>",
        "<p style='font-size: 0'>secret</p>",
        "<p style='font-size:0px;'>secret</p>",
        "<p style='opacity:0'>secret</p>",
        "<p style='position:absolute; left:-9999px'>secret</p>",
        "<p style='text-indent:-9999px'>secret</p>",
        "<p style='color:white'>secret</p>",
        "<p style='color:#fff'>secret</p>",
        "<p style='color: red; background: red'>secret</p>",
        "<p style='height:0;overflow:hidden'>secret</p>",
        "<template><p>secret</p></template>",
        "<script>secret</script>",
        "<style>secret</style>",
        "<noscript>secret</noscript>",
        "<div style='display:none'><div><p>secret</p></div></div>",
    ],
)
def test_hidden_text_goes_and_what_follows_stays(hidden: str) -> None:
    assert visible(f"<p>before</p>{hidden}after") == "before after" or visible(f"<p>before</p> {hidden} after") == "before after"


@pytest.mark.parametrize(
    "markup",
    ["<p style='color:white;background:black'>seen</p>", "<p style='opacity:0.9'>seen</p>", "<p style='font-size:0.9em'>seen</p>",
     "<p aria-hidden='false'>seen</p>",
     "<p style='display:block; margin-left:-5px'>seen</p>", "<p style='min-height:0'>seen</p>"],
)  # fmt: skip
def test_what_can_be_seen_stays(markup: str) -> None:
    assert visible(markup) == "seen"
