"""A package's names are there when they are asked for, and not before."""

import subprocess
import sys

import pytest

import ingest
import rag
import vectorstore
from vectorstore.later import compile_later, find_later


@pytest.mark.parametrize("package", [vectorstore, ingest, rag])
def test_every_name_that_a_package_offers_is_found(package: object) -> None:
    assert all(getattr(package, name) is not None for name in package.__all__)  # type: ignore[attr-defined]


def test_another_name_is_an_attribute_error_as_ever() -> None:
    find = find_later("vectorstore", {"terms": ("fold",)})
    assert find("fold") is vectorstore.fold
    with pytest.raises(AttributeError, match="module 'vectorstore' has no attribute 'word_terms'"):
        find("word_terms")


def test_what_lasts_is_loaded_once_and_left_to_itself_by_the_search_for_garbage() -> None:
    code = (
        "import gc, sys; from vectorstore.later import load_lasting; before = gc.get_freeze_count(); "
        "first = load_lasting('vectorstore.terms'); after = gc.get_freeze_count(); "
        "print(after > before, gc.isenabled(), load_lasting('vectorstore.terms') is first, gc.get_freeze_count() == after)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "True True True True\n"


def test_a_pattern_that_is_compiled_later_finds_what_it_would_have_found() -> None:
    pattern = compile_later(r"(?P<what>ferr(?:y|ies))")
    found = pattern.search("two ferries")
    assert found is not None and found["what"] == "ferries"
    assert pattern.fullmatch("ferries left") is None
    assert pattern.sub("boats", "ferries left") == "boats left"
    assert pattern.pattern == r"(?P<what>ferr(?:y|ies))"


def test_who_reads_articles_loads_nothing_that_writes_them() -> None:
    code = "import sys, ingest.read; print(*sorted({'sqlalchemy', 'tantivy', 'langchain_core', 'numpy'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"


def test_the_archive_of_a_question_is_opened_before_what_answers_is_loaded() -> None:
    code = "import sys, rag.commands; print(*sorted(name for name in sys.modules if name.startswith('rag.')))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "rag.answers rag.commands\n"
