"""A text holds a word in another form, another language, a compound or a derivation, and no word that only looks alike."""

from dataclasses import replace

from rag.matching import coverage, match, terms_of, words_in


def test_a_compound_and_a_cognate_count_and_another_number_does_not() -> None:
    german = terms_of("Die Verhandlungsdelegation des Präsidenten kam 2024.", "de")
    assert coverage(words_in("delegation"), german) == 1.0
    assert coverage(words_in("president"), german) >= 0.5
    assert coverage(words_in("2025"), german) == 0.0


def test_a_verb_finds_the_noun_of_its_family_and_not_a_word_that_only_begins_alike() -> None:
    held = terms_of("Das Weiße Haus hat sie mit der Leitung der Delegation beauftragt.", "de")
    (leads,) = words_in("leitet")
    assert 0 < match(leads, held) < 1
    (partner,) = words_in("Partnerschaft")
    assert match(partner, terms_of("Die Partei tagt.", "de")) == 0


def test_a_word_is_found_by_what_the_dictionary_calls_it_in_the_texts_language() -> None:
    held = terms_of("Le naufrage a fait dix-huit morts.", "fr")
    (sank,) = [word for word in words_in("When did the ferry sink off Skarvik?") if word.written == "sink"]
    assert 0.5 < match(sank, held) < 1
    (states,) = words_in("Who leads the US?")[-1:]
    assert match(states, terms_of("Vous avez volé l'État.", "fr")) == 0 < match(states, terms_of("Le retour des États-Unis.", "fr"))
    assert match(replace(sank, language=None), held) == match(sank, terms_of("Il pleuvait.", "fr")) == 0
