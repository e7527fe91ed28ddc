"""What a question asks for, in four languages, and whether a sentence holds such a thing."""

import pytest

from rag.fitness import fits
from rag.kinds import kind_of

QUESTIONS = {
    "who": [
        "Who leads the delegation?",
        "Which famous actor opened it?",
        "What was the name of the player?",
        "Wer leitet sie?",
        "Welcher deutsche Spieler traf?",
        "Wie heißt die Komponistin?",
        "Qui dirige la banque ?",
        "¿Quién preside la cooperativa?",
    ],
    "when": [
        "When did it open?",
        "In which year was it built?",
        "In what decades was he active?",
        "The law was passed in what year?",
        "Seit wann ist sie zu?",
        "In welchen Jahren traten sie bei?",
        "Quand ouvrira le musée ?",
        "¿En qué año fue?",
    ],
    "where": [
        "Where was he born?",
        "Which Florida city is it in?",
        "Wo liegt Tallau?",
        "Über welchen Fluss führt sie?",
        "Où est le port ?",
        "¿Dónde fue?",
    ],
    "how many": [
        "How many came?",
        "What is the population of Wexmouth?",
        "When the ferry sank, how many were on board?",
        "Wie viele Menschen kamen?",
        "In wie vielen Orten brannte es?",
        "Welchen Anteil hat sie?",
        "Combien de blessés ?",
        "¿Cuántos eran?",
    ],
    "how much": [
        "Quel est le salaire de la maire ?",
        "¿Qué edad tiene?",
        "How much does it cost?",
        "What does a ticket cost?",
        "What is the average size of a farm?",
        "Wie hoch ist der Pegel?",
        "Combien de temps ?",
        "Combien coûte le billet ?",
    ],
    "why": ["Why was it closed?", "Warum ist sie gesperrt?", "Pourquoi est-il fermé ?", "¿Por qué cerró?"],
    "whether": ["Did he resign?", "Ist die Brücke offen?", "Le pont est-il ouvert ?", "¿Sigue Ana como alcaldesa?"],
    "what": [
        "Quel prix la romancière a-t-elle refusé ?",
        "Welchen Preis gewann sie?",
        "What was stolen?",
        "What is the country known for?",
        "Was geschah?",
        "Worum ging es?",
        "Qu'a dit le maire ?",
        "Name the capital.",
    ],
    "how": ["How was it built?", "Wie wurde sie gebaut?", "Comment a-t-on fait ?", "Como se hizo?", "¿Sabes cómo se hizo?"],
}


@pytest.mark.parametrize(("kind", "question"), [(kind, question) for kind, questions in QUESTIONS.items() for question in questions])
def test_the_question_word_tells_what_is_asked_for(kind: str, question: str) -> None:
    assert kind_of(question) == kind


def test_a_sentence_fits_by_what_it_says_new() -> None:
    asked = frozenset({"who", "met", "marco", "rubio"})
    assert fits("who", "There Marco Rubio met Steve Witkoff.", asked) == 1.5
    assert fits("who", "There was Marco Rubio.", asked) == 0
    assert fits("when", "Es endet am 13. Februar.", asked) == 1
    assert fits("when", "Es endet bald.", asked) == 0
    assert fits("how many", "Il y a 17 blessés.", asked) == 1
    assert fits("how much", "Über die Hälfte ist verbrannt.", asked) == 1
    assert fits("why", "It closed because of a crack.", asked) == 1
    assert fits("why", "It has been closed since May.", asked) == 0
    assert fits("what", "Anything.", asked) == 0
