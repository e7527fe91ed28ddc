"""The language of a text."""

from ingest.language import find_language, name_country, read_code

GERMAN = "Die Brücke bleibt nach Angaben der Stadt bis zum Frühjahr gesperrt, weil ein Pfeiler Risse hat."


def test_the_words_tell_the_language() -> None:
    assert find_language(GERMAN) == "de"
    assert find_language("国家航天局在北京公布了这一数字，样品当天移交给中国科学院。") == "zh"


def test_what_the_source_declares_comes_first() -> None:
    assert find_language(GERMAN, "nl-BE") == "nl"


def test_a_declaration_that_is_no_code_is_not_believed() -> None:
    assert find_language(GERMAN, "German") == "de"
    assert [read_code(value) for value in ("de_AT", "NB", "", None, 7)] == ["de", "no", None, None, None]


def test_a_few_words_are_not_enough() -> None:
    assert find_language("Trump trifft Putin") == "und"
    assert find_language("1234567890 " * 20) == "und"


def test_the_country_is_named_with_the_language_that_it_was_declared_with() -> None:
    declared = ("en-GB", "en_in", "de-AT", "", "en", "en-GB-oxendict")
    assert [name_country("en", one) for one in declared] == ["en-GB", "en-IN", "en", "en", "en", "en"]
