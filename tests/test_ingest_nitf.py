"""NITF files."""

from ingest.item import Item
from ingest.read import read_item
from vectorstore import Article

TEXT = ("The harbour of Kelmouth stays closed until Friday, the harbour master said.", "Two cranes were torn from their rails.")
NITF = f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf version="-//IPTC//DTD NITF 3.4//EN">
 <head><title>File title</title>
  <tobject tobject.type="news"><tobject.subject tobject.subject.matter="weather" tobject.subject.refnum="17000000"/></tobject>
  <docdata management-status="usable"><urgency ed-urg="4"/><doc-id id-string="nw-2025-77" regsrc="NW"/><du-key key="harbour" version="2"/>
   <date.issue norm="20250213T080000+0100"/><doc.copyright year="2025" holder="Northern Wire"/><ed-msg info="Adds quote."/>
   <key-list><keyword key="storm"/><keyword key="port"/></key-list></docdata>
  <pubdata name="The Kelmouth Post" position.section="Coast" date.publication="20250214"/>
  <revision-history norm="20250213T100000+0100"/></head>
 <body xml:lang="en"><body.head><hedline><hl1>Harbour closed until Friday</hl1><hl2>Storm tears cranes</hl2></hedline>
   <byline>By <person>Ida Brandt</person><byttl>Coast reporter</byttl></byline><distributor><org>NW</org></distributor>
   <dateline><location><city>Kelmouth</city></location></dateline></body.head>
  <body.content><block><p>{TEXT[0]}</p><media media-type="image"><media-caption>A caption</media-caption></media>
    <p>{TEXT[1]}</p></block><note><p>To editors only</p></note><table><tr><td>Monday</td><td>force 9</td></tr></table></body.content>
 </body></nitf>"""


def read(xml: str) -> Article:
    (found,) = read_item(Item("a.xml", "xml", xml.encode(), "/a.xml"))
    assert isinstance(found, Article), found
    return found


def test_an_article_has_its_facts_and_times() -> None:
    found = read(NITF)
    assert found.text == "\n\n".join([*TEXT, "Monday force 9"])
    assert (found.title, found.source, found.section, found.language) == ("Harbour closed until Friday", "The Kelmouth Post", "Coast", "en")
    assert (found.authors, found.key) == (("Ida Brandt",), "nw-2025-77")
    assert (str(found.published), str(found.updated)) == ("2025-02-13T07:00:00Z", "2025-02-13T09:00:00Z")
    assert dict(found.metadata) == {
        "subtitle": "Storm tears cranes", "dateline": "Kelmouth", "version": "2", "urgency": "4", "slugline": "harbour",
        "keywords": "storm, port", "subjects": "weather", "ednote": "Adds quote.", "copyright": "2025 Northern Wire", "status": "usable",
    }  # fmt: skip


def test_a_later_version_is_the_same_article() -> None:
    assert read(NITF).article_id == read(NITF.replace("until Friday", "until Sunday").replace('version="2"', 'version="3"')).article_id


def test_named_letters_are_read_although_their_dtd_is_not() -> None:
    assert "Kelm&uuml;nde" not in (text := read(NITF.replace("Two cranes", "Kelm&uuml;nde&rsquo;s two cranes")).text)
    assert "Kelmünde’s two cranes" in text


def test_what_its_agency_took_back_is_a_notice() -> None:
    assert read(NITF.replace('"usable"', '"canceled"')).text == "Canceled by its provider.\n\nAdds quote."


def test_without_a_head_the_text_alone_is_read() -> None:
    found = read(f"<nitf><body><body.content><p>{TEXT[0]}</p></body.content></body></nitf>")
    assert (found.text, found.title, found.key, found.published) == (TEXT[0], "", None, None)
