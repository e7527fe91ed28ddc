"""A question from the command line loads what it needs and nothing more."""

import subprocess
import sys
from pathlib import Path

from ingest import ingest
from vectorstore import ArchiveSettings, open_archive

ROOT = Path(__file__).parent.parent
# seconds each on a busy machine, and no question in quotes needs them
NEEDLESS = {
    *("torch", "transformers", "sentence_transformers", "chromadb", "grpc", "scipy", "datasketch", "gradio", "fastapi", "uvicorn"),
    *(
        "langchain",
        "langsmith",
        "langchain_chroma",
        "langchain_ollama",
        "openai",
        "trafilatura",
        "lxml",
        "py3langid",
        "huggingface_hub",
        "ingest",
        "serving",
        "requests",
        "sqlalchemy.dialects.postgresql",
        "openvino.tools.ovc",
        "rag.comparisons.compare",
    ),
}
ASK = f"""
import sys
from rag.__main__ import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    assert not end.code, end.code
print("needless:", *sorted({NEEDLESS!r} & {{name for name in sys.modules if sys.modules[name]}}))
"""


def test_a_question_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    article = tmp_path / "harbour.md"
    article.write_text("# Ferry\n\nThe harbour master of Aldgrove said on Tuesday that the ferry to Kelmouth left two hours late.\n")
    folder = tmp_path / "archive"
    with open_archive(ArchiveSettings(archive=folder, embedding="bundled")) as archive:
        ingest([article], archive)
    command = [sys.executable, "-c", ASK, "When did the ferry to Kelmouth leave?", "--archive", str(folder), "--model", "none"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    *answer, needless = done.stdout.splitlines()
    assert answer
    assert needless == "needless:"
