"""A question's terms, with translations into the archive's other languages."""

from vectorstore.wording import Terms, question_terms, word_question


def test_in_its_own_language_a_question_stays_as_it_is() -> None:
    wording = word_question("government crisis", "en", ["en"])
    assert wording.words == ()
    assert wording.rest == question_terms("government crisis", ["en"])


def test_a_word_comes_with_what_the_archives_other_languages_call_it() -> None:
    wording = word_question("Rubio government", "en", ["en", "de"])
    (government,) = wording.words
    assert government.own.words[0] == "govern"
    assert [terms.words for terms in government.translations] == [("regier",)]
    assert wording.rest.words == ("rubio",)


def test_a_translation_is_looked_for_inside_words_too() -> None:
    (word,) = word_question("government", "en", ["de", "fr"]).words
    german, french = word.translations
    assert "|reg" in german.grams and "|gou" in french.grams


def test_a_question_of_unknown_language_is_not_translated() -> None:
    assert word_question("government", None, ["en", "de"]).words == ()


def test_stems_are_those_of_each_language() -> None:
    assert question_terms("Regierung", ["en", "de"]) == Terms(("regierung", "regier"), question_terms("Regierung", ["de"]).grams)


def test_nothing_asked_is_nothing_looked_for() -> None:
    wording = word_question("?", "en", ["en"])
    assert (wording.words, wording.rest) == ((), Terms((), ()))


def test_two_words_that_are_one_name_are_asked_for_together() -> None:
    wording = word_question("delegación de los Estados Unidos", "es", ["es", "de"])
    (states,) = [word for word in wording.words if "estados" in word.own.words or "unidos" in word.own.words]
    meant = [terms.words for terms in states.translations]
    assert ("usa",) in meant and ("staat",) not in meant


def test_loosened_the_rarest_grams_count_once_each_and_those_of_translations_aside() -> None:
    wording = word_question("Rubio government", "en", ["en", "de"])
    (government,) = wording.words
    (german,) = government.translations
    frequencies = dict.fromkeys((gram for terms in wording.parts for gram in terms.grams), 9)
    rare = (government.own.grams[-1], *german.grams[1:3])
    loose = wording.loosened(frequencies | dict.fromkeys(rare, 1), 9)
    assert loose.rest == Terms(wording.rest.words, (*wording.rest.grams, rare[0], *government.own.grams[:2]))
    assert loose.aside == (*german.grams[1:3], german.grams[0])
    assert [(word.own, word.translations) for word in loose.words] == [(Terms(government.own.words, ()), (Terms(german.words, ()),))]
    assert list(loose.parts)[-1] == Terms((), loose.aside)


def test_of_loosened_grams_common_ones_are_left_out_but_the_questions_own_do_not_all_go() -> None:
    wording = word_question("Rubio government", "en", ["en", "de"])
    frequencies = dict.fromkeys((gram for terms in wording.parts for gram in terms.grams), 2)
    everything = wording.loosened(frequencies, 2)
    left = wording.loosened(frequencies | {"|rub": 3, everything.aside[0]: 3}, 2)
    assert left.rest == Terms(everything.rest.words, tuple(gram for gram in everything.rest.grams if gram != "|rub"))
    assert everything.aside[0] not in left.aside and set(left.aside) > set(everything.aside[1:])
    assert (wording.loosened(frequencies, 1).rest, wording.loosened(frequencies, 1).aside) == (everything.rest, ())


def test_of_a_word_whose_rarest_grams_nobody_has_those_are_looked_for_that_somebody_has() -> None:
    (government,) = word_question("government", "en", ["en", "de"]).words
    wording = word_question("government", "en", ["en", "de"])
    known = government.own.grams[-1]
    nobodys = dict.fromkeys((gram for terms in wording.parts for gram in terms.grams), 0)
    assert wording.loosened(nobodys | {known: 5}, 9).rest.grams == (known,)
    assert wording.loosened(nobodys | {known: 5, government.own.grams[0]: 1}, 9).rest.grams != (known,)
