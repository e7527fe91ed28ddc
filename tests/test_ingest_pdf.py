"""Articles out of PDF files."""

import pytest

from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.pdf import read_pdf

LINES = ("Storm closes ports", "By Jane Doe", "13 February 2025", "Two ports were shut on Monday as a storm moved in, officials said.")


def make_pdf(lines: tuple[str, ...]) -> bytes:
    """A PDF file of one page, by hand."""
    shown = "BT /F1 12 Tf 50 700 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    return (
        f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")


def test_a_page_is_read_like_a_pasted_one() -> None:
    pytest.importorskip("pypdf")
    article = read_pdf(make_pdf(LINES), "a.pdf")
    assert (article.title, article.authors, str(article.published), article.text) == (LINES[0], ("Jane Doe",), "2025-02-13", LINES[3])


def test_a_file_without_text_is_skipped() -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(NotAnArticle, match="scanned pages"):
        read_pdf(make_pdf(()), "a.pdf")


@pytest.mark.parametrize("cut", [9, 60, 200, 500])
def test_a_damaged_file_is_one_line(cut: int) -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(IngestError) as caught:
        read_pdf(make_pdf(LINES)[:cut], "a.pdf")
    assert "\n" not in str(caught.value)


def test_another_kind_of_file_is_refused() -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(Unreadable, match="not a PDF file"):
        read_pdf(b"text", "a.pdf")
