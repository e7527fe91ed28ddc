"""The words beside a date tell whether it is the publication, an update, or the date of another thing."""

import pytest

from ingest.datewords import BESIDE, BY, DATE_LABEL, OTHER_THING, PARTICULARS, PLAIN, SAYS_PUBLISHED, UPDATE, WEEKDAYS


@pytest.mark.parametrize(
    "words",
    [
        "Published 10 March", "Veröffentlicht am 10. März", "Publié le 10 mars", "Publicado el 10 de marzo", "Pubblicato il 10 marzo",
        "Опубликовано 10 марта", "発表 3月10日", "发布时间 2025-03-10", "Opublikowano 10 marca", "نُشر في 10 مارس", "Đăng ngày 10/3",
    ],
)  # fmt: skip
def test_words_of_publishing_are_known_in_many_languages_and_are_none_of_updating(words: str) -> None:
    assert SAYS_PUBLISHED.search(words) and not UPDATE.search(words)


@pytest.mark.parametrize(
    "words",
    [
        "Last updated 10 March",
        "Aktualisiert: 10.3.",
        "Mis à jour le 10 mars",
        "Actualizado el 10",
        "обновлено 10 марта",
        "更新 3月10日",
        "Güncelleme: 10.03",
    ],
)
def test_words_of_updating_are_known(words: str) -> None:
    assert UPDATE.search(words)


@pytest.mark.parametrize(
    "words", ["Photo: 10 March 2024", "Konzert am 10. März", "Foto: Archiv 2019", "Courier vs Gazette, 10 March", "Doors: 19:30"]
)
def test_a_date_of_another_thing_is_told_by_its_words(words: str) -> None:
    assert OTHER_THING.search(words) or PARTICULARS.search(words)


@pytest.mark.parametrize(
    "words", ["3 min read", "Lesezeit: 4 Minuten", "1,204 views", "Seite 4", "City edition", "Pressemitteilung", "12 comments"]
)
def test_what_else_stands_beside_a_date_says_nothing_against_it(words: str) -> None:
    assert BESIDE.search(words) and not OTHER_THING.search(words)


@pytest.mark.parametrize("words", ["By A. Aydin", "Von B. Berg", "Par C. Caron", "Por D. Díaz", "Автор Е. Ёлкина", "written by F."])
def test_a_byline_begins_with_one_of_its_words(words: str) -> None:
    assert BY.match(words)


@pytest.mark.parametrize("words", ["Bygone days", "Vonnegut dies", "Parade in Lyon"])
def test_a_longer_word_is_no_word_of_a_byline(words: str) -> None:
    assert not BY.match(words)


def test_a_label_alone_is_a_date_only_with_its_colon() -> None:
    assert DATE_LABEL.match("Datum: 10.3.2025") and DATE_LABEL.match("日期：2025-03-10")
    assert not DATE_LABEL.match("Data breach: 10 March")


def test_days_of_the_week_are_plain_words_as_they_are_compared() -> None:
    assert {"monday", "freitag", "jeudi", "martes", "пятница", "星期一"} <= WEEKDAYS < PLAIN
    assert all(word == word.lower() for word in PLAIN)
