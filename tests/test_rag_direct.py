"""The answer itself in the words of the quote, and nothing where it is not certain."""

import pytest

from rag.direct import direct_answer
from rag.kinds import kind_of


@pytest.mark.parametrize(
    ("question", "quote", "language", "direct"),
    [
        ("Who met the pope?", "There President Ana Ruiz met the pope.", "en", ("Ana Ruiz",)),
        ("Who met the pope?", "The ministers met the pope. President Ana Ruiz stayed at home.", "en", ()),
        ("Who met the pope?", "The president met the pope. She, Ana Ruiz, was moved.", "en", ("Ana Ruiz",)),
        ("When did it open?", "It opened on 3 May 2021.", "en", ("3 May 2021",)),
        ("When did it open?", "It opened on 3 May 2021, a year after 4 June 2020.", "en", ("3 May 2021",)),
        ("When did it open?", "From 3 May 2021 to 4 June 2021 nobody came.", "en", ()),
        ("How much did the tunnel cost?", "In 2 years the tunnel cost 310 million pounds.", "en", ("310 million pounds",)),
        ("Wie hoch ist der Pegel?", "Der Pegel lag bei 4,20 Metern.", "de", ("4,20 Metern",)),
        ("How much was paid for it?", "Metsola paid £85 million for it.", "en", ("£85 million",)),
        ("When is it open?", "It is open from 14 to 21 September.", "en", ("14 to 21 September",)),
        ("Until when is it open?", "It is open from 14 to 21 September.", "en", ("21 September",)),
        ("Wann ist sie offen?", "Sie ist vom 14. bis zum 21. September offen.", "de", ("14. bis zum 21. September",)),
        ("How many people were injured in the fire?", "17 people were injured in the blaze, two of them seriously.", "en", ("17",)),
        ("How many came in 2019?", "Nobody knows.", "en", ()),
        ("What happened?", "12 people met Ana Ruiz.", "en", ()),
    ],
)
def test_the_part_that_was_asked_for_is_taken_out(question: str, quote: str, language: str, direct: tuple[str, ...]) -> None:
    assert direct_answer(kind_of(question), question, quote, language) == direct
    assert all(part in quote for part in direct)
