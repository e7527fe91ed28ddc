"""Papers that a question names."""

import pytest

from vectorstore.naming import named_sources

SOURCES = ["The Age", "TechCrunch", "Cnbc | World Business News Leader", "Wired", "", "AP"]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Did The Age and TechCrunch agree?", ["The Age", "TechCrunch"]),
        ("What does Cnbc | World Business News Leader say?", ["Cnbc | World Business News Leader"]),
        ("Is 'Wired' wrong?", ["Wired"]),
        ("At the age of nine, who was wired?", []),
        ("Who are the TechCrunchers of AP?", []),
        ("", []),
    ],
)
def test_a_source_is_named_by_its_whole_name(question: str, named: list[str]) -> None:
    assert named_sources(question, SOURCES) == named
