"""Bytes out of files, letters out of bytes."""

import os
from pathlib import Path

import pytest

from ingest.errors import NotAnArticle, Unreadable
from ingest.files import decode_document, read_bytes, read_lines

GERMAN = "Die Brücke über die Klarau bleibt gesperrt. Fußgänger müssen den Umweg über die Höhenstraße nehmen, sagte Bürgermeister Jäger. "
RUSSIAN = "Вода в реке опустилась за сутки, сообщил гидролог. Жители низины возвращаются домой, школы снова открыты. "


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "iso-8859-1"])
def test_german_is_read_in_every_usual_charset(charset: str) -> None:
    assert decode_document((GERMAN * 5).encode(charset), "a.txt") == GERMAN * 5


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "cp1251", "koi8-r"])
def test_russian_is_read_in_every_usual_charset(charset: str) -> None:
    assert decode_document((RUSSIAN * 5).encode(charset), "a.txt") == RUSSIAN * 5


def test_a_declared_charset_is_used_where_the_text_is_no_utf8() -> None:
    assert decode_document("żółć".encode("iso-8859-2"), "a.html", "iso-8859-2") == "żółć"


def test_a_wrong_declaration_does_not_spoil_utf8() -> None:
    assert decode_document(GERMAN.encode(), "a.html", "iso-8859-1") == GERMAN


@pytest.mark.parametrize("declared", ["rot13", "unicode_escape", "punycode", "zip", "utf-7", "nonsense", "utf-8"])
def test_a_declared_codec_that_is_no_charset_is_not_used(declared: str) -> None:
    assert decode_document((GERMAN * 5).encode("cp1252"), "a.html", declared) == GERMAN * 5


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 x",
        b"PK\x03\x04rest",
        b"\x89PNG\r\n",
        b"\x7fELF\x02",
        bytes(range(256)) * 20,
        b"\0" * 4000,
        os.urandom(4000),
        b"text\0\0\0\0",
    ],
)
def test_a_binary_file_is_refused_whatever_its_name(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^a\.txt: "):
        decode_document(data, "a.txt")


def test_an_empty_file_is_skipped(tmp_path: Path) -> None:
    for content in (b"", b" \n\t\n"):
        (tmp_path / "a.txt").write_bytes(content)
        with pytest.raises(NotAnArticle, match="empty file"):
            read_bytes(tmp_path / "a.txt")


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    with open(tmp_path / "a.txt", "wb") as file:
        file.truncate(5_000_000_000)  # takes no room on the disk
    with pytest.raises(Unreadable, match="larger than 50 MB"):
        read_bytes(tmp_path / "a.txt")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(Unreadable, match="not a regular file"):
        read_bytes(tmp_path / "a.txt")


def test_a_file_that_vanished_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be opened"):
        read_bytes(tmp_path / "gone.txt")


def test_a_giant_line_is_passed_over_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one\n" + b"x" * 1000 + b"\ntwo\n" + b"y" * 1000)
    assert list(read_lines(path, limit=100)) == [(1, b"one\n"), (2, None), (3, b"two\n"), (4, None)]


def test_a_line_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x" * 100 + b"\n" + b"y" * 100)
    assert [line is not None for _, line in read_lines(path, limit=100)] == [True, True]
