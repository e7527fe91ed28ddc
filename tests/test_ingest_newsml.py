"""NewsML-G2 items through the reader of XML files."""

import pytest

from ingest.errors import IngestError, NotAnArticle
from ingest.item import Item
from ingest.read import read_item
from vectorstore import Article

NAMESPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
FIRST = "The harbour of Kelmouth stays closed until Friday, the harbour master said on Tuesday."
SECOND = "Two cranes were torn from their rails when the storm came in."
XHTML = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>no text</title></head><body><p>{FIRST}</p><p>{SECOND}</p></body></html>'
NITF = (
    f"<nitf><body><body.head><hedline><hl1>Inner</hl1></hedline></body.head><body.content><p>{FIRST}</p><p>{SECOND}</p>"
    "</body.content></body></nitf>"
)


def item(
    content: str = f'<inlineXML contenttype="application/xhtml+xml">{XHTML}</inlineXML>',
    *,
    guid: str = "tag:agency.example,2025:1",
    version: int = 1,
    status: str = "stat:usable",
    created: str = "2025-02-13T09:00:00+01:00",
    meta: str = "",
    more: str = "",
) -> str:
    return f"""<newsItem {NAMESPACE} guid="{guid}" version="{version}" xml:lang="en-GB" standard="NewsML-G2">
      <catalogRef href="http://catalog.example/never-fetched"/>
      <rightsInfo><copyrightHolder literal="Northern Wire"/><copyrightNotice>© 2025 Northern Wire</copyrightNotice></rightsInfo>
      <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:NW"><name>Northern Wire</name></provider>
        <versionCreated>{created}</versionCreated><firstCreated>2025-02-13T08:00:00Z</firstCreated>
        <pubStatus qcode="{status}"/>{meta}</itemMeta>
      <contentMeta><urgency>3</urgency><headline>Harbour closed until Friday</headline><headline role="hld:subHeadline">Storm</headline>
        <by>By Ida Brandt and Tom Ellery</by><slugline>harbour-storm</slugline><genre qcode="genre:Current"><name>Current</name></genre>
        <subject qcode="medtop:1"><name>weather</name></subject>{more}</contentMeta>
      <contentSet>{content}</contentSet></newsItem>"""


def message(*items: str) -> str:
    sent = "<header><sent>2025-02-13T08:00:00Z</sent></header>"
    return f'<?xml version="1.0" encoding="UTF-8"?><newsMessage {NAMESPACE}>{sent}<itemSet>{"".join(items)}</itemSet></newsMessage>'


def read(xml: str) -> list[Article | IngestError]:
    return list(read_item(Item("a.xml", "xml", xml.encode(), "/a.xml")))


def article(xml: str) -> Article:
    (found,) = read(xml)
    assert isinstance(found, Article), found
    return found


def test_an_item_has_its_facts_and_times() -> None:
    found = article(item(created="2025-02-13T10:30:00+01:00", version=2))
    assert found.text == f"{FIRST}\n\n{SECOND}"
    assert (found.title, found.source, found.language, found.key) == (
        "Harbour closed until Friday", "Northern Wire", "en", "tag:agency.example,2025:1",
    )  # fmt: skip
    assert (found.authors, str(found.published), str(found.updated)) == (
        ("Ida Brandt", "Tom Ellery"), "2025-02-13T08:00:00Z", "2025-02-13T09:30:00Z",
    )  # fmt: skip
    told = {"urgency": "3", "slugline": "harbour-storm", "genre": "Current", "subjects": "weather", "version": "2", "status": "usable"}
    assert told.items() <= dict(found.metadata).items()
    assert found.metadata["copyright"] == "© 2025 Northern Wire"


def test_the_first_version_is_no_update() -> None:
    assert article(item(created="2025-02-13T08:00:00Z")).updated is None


def test_a_later_version_of_an_item_is_the_same_article() -> None:
    first, second = article(item()), article(item(version=2).replace("until Friday", "until Sunday"))
    assert first.article_id == second.article_id and first.content_hash != second.content_hash


@pytest.mark.parametrize(
    "content",
    [
        f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>',
        f'<inlineData contenttype="text/plain">{FIRST}\n\n{SECOND}</inlineData>',
        f'<inlineData contenttype="text/html">&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</inlineData>',
        f'<remoteContent href="https://x.example/a.jpg"/><inlineXML>{XHTML}</inlineXML>',
        f"<inlineXML><html><body/></html></inlineXML><inlineXML>{XHTML}</inlineXML>",
        f"<inlineXML>{XHTML.replace('<p>', '<div>').replace('</p>', '</div>')}</inlineXML>",
    ],
)
def test_the_text_is_found_in_each_way_to_carry_it(content: str) -> None:
    found = article(item(content))
    assert found.text == f"{FIRST}\n\n{SECOND}"
    assert found.title == "Harbour closed until Friday"


def test_a_message_gives_each_of_its_items() -> None:
    package = f'<packageItem {NAMESPACE} guid="p"/>'
    picture = item('<remoteContent href="https://x.example/a.jpg"/>', guid="pic").replace("ninat:text", "ninat:picture")
    first, second, third, fourth = read(message(item(guid="a"), package, picture, item(guid="b")))
    assert isinstance(first, Article) and isinstance(fourth, Article)
    assert (first.key, fourth.key) == ("a", "b")
    assert (type(second), str(second)) == (NotAnArticle, "a.xml: p: a package, which only refers to other items")
    assert (type(third), str(third)) == (NotAnArticle, "a.xml: pic: an item of the class 'picture' that holds no text")


@pytest.mark.parametrize(("status", "notice"), [("canceled", "Canceled by its provider."), ("withheld", "Withheld by its provider.")])
def test_what_its_agency_took_back_is_a_notice_in_the_place_of_the_text(status: str, notice: str) -> None:
    note = "<edNote>The harbour master never said so.</edNote>"
    for content in ("", f"<inlineXML>{XHTML}</inlineXML>"):
        found = article(item(content, version=3, status=f"stat:{status}", meta=note))
        assert found.text == f"{notice}\n\nThe harbour master never said so."
        assert found.article_id == article(item()).article_id
    assert article(item("", status=f"http://cv.iptc.org/newscodes/pubstatusg2/{status}")).text == notice


def test_an_item_that_says_next_to_nothing_is_still_read() -> None:
    bare = f'<newsItem guid="x" {NAMESPACE}><contentSet><inlineXML>{XHTML}</inlineXML></contentSet></newsItem>'
    found = article(bare)
    assert (found.title, found.source, found.published, found.key) == ("", "", None, "x")


def test_an_empty_message_is_no_fault() -> None:
    assert [type(found) for found in read(message())] == [NotAnArticle]
