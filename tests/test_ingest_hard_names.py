"""Promise I5: twenty names that are hard to read from a folder: none hangs, none leads out of it."""

import os
import socket
from pathlib import Path

from ingest import ingest
from tests.doubles import HashEmbeddings
from vectorstore import open_archive

WORDS = "{} told the council of Kelmouth on Tuesday how the matter had been settled in the end, and that it will cost nothing."
OUTSIDE = "Nobody may read this sentence, because the file that holds it stands outside the folder that was named."
READABLE = (
    "plain.txt", "new\nline.txt", "tab\there.txt", " leading and trailing .txt", "-rf.txt", "*.txt", "%s%n.txt", "a'b\"c.txt", "Größe.txt",
    "\u202egnp.txt", "x" * 250 + ".txt", "UPPER.TXT", "https:.txt", "con.txt", "back\\slash.txt", "e\u0301.txt",
)  # fmt: skip


def test_a_folder_of_hard_names_is_read_to_the_end(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(OUTSIDE)
    root = tmp_path / "root"
    root.mkdir()
    for number, name in enumerate(READABLE):
        (root / name).write_text(WORDS.format(f"Speaker {number}"))
    (root / os.fsdecode(b"caf\xe9-\xff.txt")).write_text(WORDS.format("Speaker of bytes"))
    (root / "loop.txt").symlink_to(root / "loop.txt")
    (root / "up").symlink_to(root)
    (root / "out.txt").symlink_to(outside / "secret.txt")
    (root / "out").symlink_to(outside)
    (root / "passwd.txt").symlink_to("/etc/passwd")
    (root / "zero.txt").symlink_to("/dev/zero")
    (root / "nowhere.txt").symlink_to(root / "missing.txt")
    for suffix in ("txt", "warc", "mbox", "csv", "xml", "parquet", "eml"):
        os.mkfifo(root / f"pipe.{suffix}")
    with open(root / "sparse.txt", "wb") as file:
        file.truncate(5_000_000_000)
    (root / "folder.txt").mkdir()
    (root / "closed.txt").write_text(OUTSIDE)
    (root / "closed.txt").chmod(0 if os.getuid() else 0o600)
    deep = root
    for _ in range(60):
        deep = deep / "d"
        deep.mkdir()
    (deep / "deep.txt").write_text(WORDS.format("Speaker of the deep"))
    listening = socket.socket(socket.AF_UNIX)
    # the name of a socket may have a hundred letters only
    here = os.getcwd()
    os.chdir(root)
    try:
        listening.bind("socket.txt")
    finally:
        os.chdir(here)
    with listening, open_archive(tmp_path / "archive", embeddings=HashEmbeddings()) as archive:
        if os.getuid() == 0:
            (root / "closed.txt").unlink()
        report = ingest([root], archive)
        texts = [version.article.text for version in archive.list_articles()]
        again = ingest([root], archive)
    assert len(texts) == report.new == len(READABLE) + 2
    assert OUTSIDE not in texts and not any("root:" in text for text in texts)
    told = {Path(refusal.target).name for refusal in [*report.skipped, *report.failed]}
    assert {"loop.txt", "up", "out.txt", "out", "passwd.txt", "zero.txt", "nowhere.txt", "sparse.txt", "socket.txt"} <= told
    assert {f"pipe.{suffix}" for suffix in ("txt", "warc", "mbox", "csv", "xml", "parquet", "eml")} <= told
    assert (again.new, again.updated, again.unchanged) == (0, 0, report.new)


def test_each_pipe_socket_and_sparse_file_that_is_named_itself_is_one_line(tmp_path: Path) -> None:
    names = [f"a.{suffix}" for suffix in ("txt", "html", "json", "jsonl", "pdf", "warc", "warc.gz", "eml", "mbox", "xml", "csv", "parquet")]
    for name in names:
        os.mkfifo(tmp_path / name)
    with open(tmp_path / "sparse.xml", "wb") as file:
        file.truncate(5_000_000_000)
    with open_archive(tmp_path / "archive", embeddings=HashEmbeddings()) as archive:
        report = ingest([*(tmp_path / name for name in names), tmp_path / "sparse.xml"], archive)
    assert len(report.failed) == len(names) + 1 and report.new == 0
