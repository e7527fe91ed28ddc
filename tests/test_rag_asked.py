"""Of several numbers, dates and names in a sentence the one is taken that the question asks for, or none."""

import pytest

from rag.asked import asked_amount, asked_date, asked_names, counts_asked, with_unit


@pytest.mark.parametrize(
    ("question", "sentence", "language", "taken"),
    [
        # what is counted: not every number of people is the number asked for
        ("How many people were on board?", "Seven people died when the ship sank.", "en", None),
        ("How many people died?", "Of 214 people on board seven died.", "en", "seven"),
        ("Wie viele Menschen starben?", "Die Zahl der Toten stieg auf zwölf. Sechs Menschen werden vermisst.", "de", "zwölf"),
        ("How many were hurt?", "The number of those hurt when the old ferry ran aground off Skerrow has risen to 23.", "en", "23"),
        ("How many people died?", "Le naufrage a fait dix-huit morts.", "fr", "dix-huit"),
        ("Combien de personnes sont mortes ?", "L'hôpital a compté trois décès. En 2022, onze morts.", "fr", "trois"),
        ("How many people died?", "Bei dem Konzert waren 400 Gäste.", "de", None),
        ("How many people died?", "Nobody died, but 212 people were still living elsewhere a year later.", "en", None),
        (
            "How many houses lost their roofs?",
            "The storm left 23,000 homes without power. It tore the roofs from eleven houses in Pell.",
            "en",
            "eleven",
        ),
        ("Wie viele Nominierungen für den Preis gab es?", "Es war eine von 38 möglichen Nominierungen.", "de", "38"),
        ("Wie alt ist Pilar Mainar?", "Pilar Mainar wurde mit elf von siebzehn Stimmen gewählt.", "de", None),
        ("How old is Marcus Tobin?", "Tobin, 52, denies that he took 86,000 pounds.", "en", "52"),
        ("Wie alt ist Berg?", "Lena Berg, 44, ist die erste Frau in der 112-jährigen Geschichte des Vereins.", "de", "44"),
        # by its unit
        ("Combien de temps a duré la grève ?", "Nach elf Tagen endet der Streik der 3.100 Beschäftigten.", "de", "elf Tagen"),
        ("How much did the council lose?", "KellGate promised the council all five gates.", "en", None),
        ("How much does Ann Berg earn?", "Ann Berg, 44, earns 90,000 pounds.", "en", "90,000 pounds"),
        ("How much will the repair cost?", "Des fissures ont été découvertes dans deux piles.", "fr", None),
        ("How many hectares burned?", "Nach sechs Tagen waren 3.600 Hektar verbrannt.", "de", "3.600 Hektar"),
        ("How many people were evacuated?", "Der Brand ist nach sechs Tagen unter Kontrolle.", "de", None),
        ("How much would a new line cost?", "They elected a new mayor by 19 votes.", "en", None),
        ("How much would a new line cost?", "For 14 stops a line would cost 90 million kroner.", "en", "90 million kroner"),
        # the price of the thing asked about
        ("Was kostet die Fähre?", "Der neue Anleger kostet 7 Millionen Euro.", "de", None),
        ("Was kostet die Fähre Elke?", "Der neue Anleger kostet 7 Millionen Euro.", "de", None),
        ("Was kostet die Fähre?", "Die Fähre kostet 9 Euro, der Bus 3 Euro.", "de", "9 Euro"),
        ("What does a ticket for the Marlin cost?", "The pier cost 18 million pounds. A ticket is 24 pounds.", "en", "24 pounds"),
        ("Um wie viel Uhr beginnt die Schule?", "Die Schule beginnt ab dem Schuljahr 2026/27 um neun Uhr.", "de", "neun Uhr"),
        ("¿Cuántos profesores hicieron huelga?", "El 60 por ciento de los profesores hizo huelga.", "es", "60 por ciento"),
        # the part, not the whole, and no time where none is asked for
        ("Wie viele Stellen streicht Kerbel?", "Die Firma streicht in Hanau 340 von 1.900 Stellen.", "de", "340"),
        ("How many jobs are there in all?", "The firm cuts 340 of 1,900 jobs.", "en", "1,900"),
        ("How much did he take in bribes?", "He was sent to prison for five years for taking bribes.", "en", None),
        ("¿Cuánto duró la huelga?", "La huelga duró nueve días.", "es", "nueve días"),
        # where it has come to, not where it came from
        ("Wie hoch ist die Kapazität?", "Damit steigt die Kapazität von 400 auf 650 Megawatt.", "de", "650 Megawatt"),
        ("What is the share of women?", "In 12 towns the share rose from 20 to 31 per cent.", "en", "31 per cent"),
    ],
)
def test_the_number_is_of_what_is_counted(question: str, sentence: str, language: str, taken: str | None) -> None:
    amount = asked_amount(question, sentence, language)
    assert (None if amount is None else with_unit(sentence, amount)) == taken


@pytest.mark.parametrize(
    ("question", "sentence", "language", "taken"),
    [
        ("Wann beginnen die Arbeiten?", "Die Arbeiten beginnen am 1. Juli 2026 und dauern bis Ende 2028.", "de", "1. Juli 2026"),
        ("When did it open?", "It opened on 3 May 2021, a year after 4 June 2020.", "en", "3 May 2021"),
        ("When did it open?", "From 3 May 2021 to 4 June 2021 nobody came.", "en", None),
        (
            "Until when is watering banned?",
            "It is so dry as it was in 1976, and watering is banned until 15 September.",
            "en",
            "15 September",
        ),
        ("Bis wann gilt das Verbot?", "Das Verbot gilt seit 1976.", "de", None),
        ("Depuis quand est-ce interdit ?", "C'est interdit depuis le 3 mai 2021 et jusqu'au 4 juin 2022.", "fr", "3 mai 2021"),
        ("When did it open in 2021?", "It opened on 3 May.", "en", "3 May"),
    ],
)
def test_the_date_is_the_one_beside_what_was_asked(question: str, sentence: str, language: str, taken: str | None) -> None:
    date = asked_date(question, sentence, language)
    assert (None if date is None else date.text) == taken


@pytest.mark.parametrize(
    ("question", "sentence", "names"),
    [
        ("Who won the race?", "Mira Kovac won, half a point ahead of Levan Abashidze.", ["Mira Kovac"]),
        ("Who signed?", "It was signed by Ann Berg, Carl Lund and the engineer Mia Holt.", ["Ann Berg", "Carl Lund", "Mia Holt"]),
        ("Who met Ann Berg?", "Ann Berg met Carl Lund.", ["Carl Lund"]),
        ("Who drowned?", "Nobody drowned, said the mayor, Ann Berg, to whom in the end of a long day of work Carl Lund listened.", []),
        ("Who died when the ferry sank?", "Seven died on the ferry Astrid Maersk.", []),
    ],
)
def test_of_several_names_those_are_taken_that_did_it(question: str, sentence: str, names: list[str]) -> None:
    assert [person.text for person in asked_names(question, sentence, "en")] == names


def test_another_language_tells_the_same_by_its_unit_or_in_our_vocabulary() -> None:
    assert counts_asked("How many hectares burned?", "Insgesamt verbrannten 3.600 Hektar.", "de")
    assert counts_asked("How many people died?", "Die Zahl der Toten stieg auf zwölf.", "de")
    assert not counts_asked("How many people died?", "Das Konzert hörten 400 Gäste.", "de")
