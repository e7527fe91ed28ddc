"""Whether two texts are one."""

import subprocess
import sys

import pytest

from vectorstore.duplicates import BANDS, are_copies, bands_of, meet, read_signature, read_wording, sign

STORY = (
    "The container ship Meridian Star ran aground on a sandbank two miles off Kelmouth early on Thursday. Three tugs are holding it in "
    "place until the next spring tide, the coastguard said. None of the 24 crew members was hurt. The ship carries 1,800 containers, "
    "eleven of them with paint and solvents. A boom has been laid around the hull, although no oil has been seen on the water so far. "
    "Fishing boats must keep a distance of one mile. The owner, a company in Rotterdam, has promised to pay for the tugs."
)
FRAME = (
    "You read this for free because other readers pay. Send it to a friend, or write to the desk at the address below. "
    "Tide tables and ferry times are on page two; comments are open until midnight."
)
WEATHER = (
    "The outlook for {}: a high of {} degrees and a low of {}, with wind from the west at {} kilometres an hour. The chance of rain is {} "
    "per cent. The coastguard asks small boats to look at the bulletin before they leave, and reminds walkers of the causeway."
)
MATCH = (
    "{} beat {} two nil on Saturday in front of few spectators at {}. {} opened the scoring after half an hour, and {} made sure of the "
    "points shortly before the end. The coach praised his side for its patience and said that nobody should get carried away. The "
    "supporters' association asks those who want to come along next week to put their names down by Thursday evening."
)


def copies(one: str, other: str) -> bool:
    signatures = sign(read_wording(one)), sign(read_wording(other))
    assert signatures[0] is not None and signatures[1] is not None
    together = are_copies(read_wording(one), read_wording(other))
    assert together == are_copies(read_wording(other), read_wording(one))
    return together and meet(*signatures)


@pytest.mark.parametrize(
    "other",
    [
        STORY.upper(),
        f"{FRAME}\n\n{STORY}",
        STORY[: STORY.index("A boom")],
        STORY[STORY.index("None of") :],
        STORY.replace("early on Thursday", "on Thursday morning").replace("hurt", "injured").replace("promised to pay", "said it will pay"),
    ],
    ids=["as it is", "framed", "its beginning", "its end", "rewritten"],
)
def test_a_text_that_was_copied_cut_framed_or_rewritten_is_the_same(other: str) -> None:
    assert copies(STORY, other)


def test_a_frame_in_common_makes_no_copy() -> None:
    other = "The library in Thornby opens on Sundays from May. Volunteers will run the desk, and the council pays 900 pounds for heating. "
    assert not copies(f"{STORY}\n\n{FRAME}", f"{other * 2}\n\n{FRAME}")


def test_a_paragraph_of_background_makes_no_copy() -> None:
    later = (
        "Divers have found a tear of nine metres in the hull of a ship off the coast, the salvage firm said on Monday. It wants to pump "
        "out the fuel before it pulls. That will take until the weekend if the sea stays calm, and the captain is to remain in town. "
        "A harbour tour now sells tickets to see the wreck; the mayor calls that tasteless. "
    )
    assert not copies(STORY, later + STORY[: STORY.index("None of")])


def test_another_day_in_the_same_words_is_another_text() -> None:
    assert not copies(WEATHER.format("Monday", 14, 6, 22, 70), WEATHER.format("Tuesday", 17, 9, 35, 20))


def test_chinese_is_compared_by_characters() -> None:
    text = "滨江港四号自动化码头十六日正式启用。码头岸线长一千一百二十米,可同时停靠三艘大型集装箱船,装卸效率提高三成。"
    assert copies(text, "本报讯 " + text)


def test_a_notice_of_a_few_words_is_a_copy_of_nothing() -> None:
    assert sign(read_wording("The office is closed today.")) is None
    assert sign(read_wording("")) is None


def test_to_sign_a_text_loads_no_more_than_that_takes() -> None:
    sign_one = f"import sys; from vectorstore.duplicates import read_wording, sign; sign(read_wording({STORY!r})); "
    loaded = f"{sign_one} print(*sorted({{'scipy', 'datasketch.lsh', 'datasketch.minhash'}} & sys.modules.keys()))"
    # whoever wants the rest of it later gets it, with the same MinHash
    is_same = "datasketch.MinHash is sys.modules['datasketch.minhash'].MinHash"
    whole = f"{sign_one} import datasketch; print({is_same}, datasketch.MinHashLSH.__name__)"
    said = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout for code in (loaded, whole)]
    assert said == ["datasketch.minhash\n", "True MinHashLSH\n"]


def test_a_signature_comes_back_as_it_was_kept_and_each_band_has_its_own_numbers() -> None:
    signature = sign(read_wording(STORY))
    assert signature is not None
    assert (read_signature(signature.tobytes()) == signature).all()
    assert len(set(bands_of(signature).tolist())) == BANDS
    assert len(set(bands_of(signature * 0).tolist())) == BANDS


def test_two_matches_in_the_words_of_one_form_are_two() -> None:
    one = MATCH.format("Kelmouth Rovers", "Ashby Town", "Gull Park", "Pat Doyle", "Lee Marsh")
    other = MATCH.format("Redfield", "Dunmore City", "Old Yard", "Sam Okafor", "Joe Finch")
    assert not copies(one, other)
    assert copies(one, one.replace("Pat Doyle", "P. Doyle").replace("nobody should", "nobody may"))
