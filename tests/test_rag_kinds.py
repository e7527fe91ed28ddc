"""What a question asks for, in four languages, and whether a sentence holds such a thing."""

import pytest

from rag.fitness import fits
from rag.kinds import kind_of

QUESTIONS = {
    "who": ["Who leads the delegation?", "Wer leitet sie?", "Qui dirige la banque ?", "¿Quién preside la cooperativa?"],
    "when": ["When did it open?", "In which year was it built?", "Seit wann ist sie zu?", "Quand ouvrira le musée ?", "¿En qué año fue?"],
    "where": ["Where was he born?", "Wo liegt Tallau?", "Où est le port ?", "¿Dónde fue?"],
    "how many": [
        "How many came?",
        "What is the population of Wexmouth?",
        "Wie viele Menschen kamen?",
        "Combien de blessés ?",
        "¿Cuántos eran?",
    ],
    "how much": ["How much does it cost?", "What does a ticket cost?", "Wie hoch ist der Pegel?", "Combien coûte le billet ?"],
    "why": ["Why was it closed?", "Warum ist sie gesperrt?", "Pourquoi est-il fermé ?", "¿Por qué cerró?"],
    "whether": ["Did he resign?", "Ist die Brücke offen?", "Le pont est-il ouvert ?", "¿Ha dimitido Ibáñez?"],
    "what": ["What was stolen?", "Was geschah?", "Qu'a dit le maire ?", "Name the capital."],
    "how": ["How was it built?", "Wie wurde sie gebaut?", "Comment a-t-on fait ?", "¿Cómo se hizo?"],
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
    assert fits("why", "It closed because of a crack.", asked) == 1
    assert fits("what", "Anything.", asked) == 0
