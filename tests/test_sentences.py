"""Sentences are exact stretches of the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.sentences import split_sentences


def cut(text: str, language: str = "und") -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, language)]


def test_abbreviations_and_dates_do_not_end_a_sentence() -> None:
    text = "Dr. Müller kam am 13. Februar 2025 an. Er blieb u. a. in Bonn, z. B. am Rhein."
    assert cut(text, "de") == ["Dr. Müller kam am 13. Februar 2025 an.", "Er blieb u. a. in Bonn, z. B. am Rhein."]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("es", "El velero ganó la 12.ª Carrera del Faro.", "Nadie más llegó."),
        ("es", "Vive en el 3.º Piso de la casa.", "Es alto."),
        ("es", "El n.º 5 ganó.", "Otro perdió."),
        ("es", "Costó 5 mill. de euros.", "Fue caro."),
        ("es", "D. Miguel llegó tarde.", "Nadie se fue."),
        ("it", "La 12.ª Gara è partita.", "Tutti guardano."),
        ("pt", "O n.º 5 ganhou.", "Outro perdeu."),
        ("fr", "Le n.° 5 a gagné.", "L'autre a perdu."),
        ("fr", "M. Aubry et Mme. Caron sont là.", "Ils partent."),
        ("fr", "Le Dr. J. P. Caron parle.", "Il rit."),
        ("fr", "L'art. 5 est clair.", "Rien ne manque."),
        ("fr", "La ville date de 300 av. J.-C. environ.", "Elle dort."),
        ("fr", "Il est né le 1er janv. 2020 à Brest.", "Il dort."),
        ("de", "Der 1. FC Nordmünde gewann.", "Alle sangen."),
        ("de", "Das 20. Jahrhundert begann spät.", "Es endete früh."),
        ("de", "Sie spielt in der 3. Liga ganz oben.", "Er sieht zu."),
        ("de", "Er kam am 12. Februar an.", "Er blieb."),
        ("de", "Karl II. wurde König.", "Er starb jung."),
        ("de", "Die Fa. Jansen baut.", "Es dauert."),
        ("de", "Alle kamen, inkl. Kindern.", "Es regnete."),
        ("de", "Mehr steht in Bd. 3 und auf S. 5 des Berichts.", "Er ist lang."),
        ("de", "Er wurde 12.", "Sie wurde Dritte."),
        ("de", "Das Konzert ist am Abend um 8.", "Karten gibt es."),
        ("en", "Bus No. 5 came.", "It left."),
        ("en", "J. R. Smith came.", "He left."),
        ("en", "Vol. 3 is out.", "It is long."),
        ("en", "That was two years ago.", "14 people came."),
        ("en", "It was plan B.", "Then we left."),
        ("en", "The price fell.", "iPhone sales rose."),
        ("ru", "Это стоит 5 млн. рублей.", "Это много."),
        ("ru", "См. рис. 5 ниже.", "Он мал."),
        ("ru", "Завод им. Гагарина открыт.", "Он большой."),
        ("ru", "В. В. Петров пришёл.", "Он сел."),
    ],
)
def test_a_full_stop_of_an_abbreviation_an_ordinal_or_an_initial_does_not_end_a_sentence(language: str, first: str, second: str) -> None:
    assert cut(f"{first} {second}", language) == [first, second]


def test_text_without_capitals_still_has_sentences() -> None:
    assert cut("he left. she ran. it rained.", "en") == ["he left.", "she ran.", "it rained."]


def test_a_paragraph_ends_a_sentence_without_a_full_stop() -> None:
    assert cut("A heading\n\nThe text.\n \nMore") == ["A heading", "The text.", "More"]


def test_a_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    assert cut("He said: “No.\n\nShe left.")[-1] == "She left."


def test_offsets_count_characters_also_after_emoji_and_accents() -> None:
    assert cut("Ein Gruß 😀 aus Łódź. Noch einer 👩‍🚒.", "de") == ["Ein Gruß 😀 aus Łódź.", "Noch einer 👩‍🚒."]


def test_chinese_sentences_end_without_a_space() -> None:
    assert cut("你好。今天很好。", "zh") == ["你好。", "今天很好。"]


def test_blank_text_has_no_sentences() -> None:
    assert split_sentences("") == split_sentences(" \n\n ") == []


def test_an_unknown_language_is_no_error() -> None:
    assert cut("One. Two.", "x1?") == cut("One. Two.", "tlh") == cut("One. Two.", "en-GB") == ["One.", "Two."]


@given(st.text(alphabet="ab .!?\n\t“”\"'«»😀é。\r\u2028\x85", max_size=80), st.sampled_from(["en", "de", "fr", "zh", "und"]))
def test_sentences_hold_every_character_that_is_no_white_space(text: str, language: str) -> None:
    spans = split_sentences(text, language)
    assert all(earlier.end <= later.start for earlier, later in pairwise(spans))
    assert "".join("".join(text[span.start : span.end].split()) for span in spans) == "".join(text.split())
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in spans)
