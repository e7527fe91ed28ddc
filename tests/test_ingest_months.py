"""Names of months."""

import pytest

from ingest.dates import read_date
from ingest.months import month_number


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("hr", "13. veljače 2025."), ("sr", "13. фебруар 2025."), ("sl", "13. februarja 2025"), ("sk", "13. feb 2025"),
        ("hu", "2025. febr. 13."), ("ro", "13 februarie 2025"), ("bg", "13 февруари 2025г."), ("lt", "2025 m. vasario 13 d."),
        ("lv", "2025. gada 13. februārī"), ("et", "13. veebruar 2025"), ("is", "13. febrúar 2025"), ("sq", "13 shkurt 2025"),
        ("ca", "13 de febrer de 2025"), ("gl", "13 de febreiro de 2025"), ("tr", "13 ŞUBAT 2025"), ("az", "13 fevral 2025"),
        ("kk", "13 ақпан 2025"), ("ka", "13 თებერვალი 2025"), ("hy", "13 փետրվարի 2025"), ("el", "13 Φεβρ. 2025"),
        ("uk", "13 лют. 2025"), ("ms", "13 Februari 2025"), ("sw", "13 Februari 2025"), ("fa", "13 فوریه 2025"), ("ur", "13 فروری 2025"),
        ("hi", "13 फ़रवरी 2025"), ("mr", "13 फेब्रुवारी 2025"), ("bn", "১৩ ফেব্রুয়ারি ২০২৫"), ("ta", "13 பிப்ரவரி 2025"),
        ("te", "13 ఫిబ్రవరి 2025"), ("pt", "13.fev.2025"), ("pt", "13/fev/2025"), ("es", "Febrero 13 de 2025"), ("ko", "2025. 2. 13."),
        ("hu", "2025. 02. 13."), ("sv", "13 / 02 / 2025"), ("en", "2025-Feb-13"), ("ru", "13.02.2025г."),
    ],
)  # fmt: skip
def test_a_date_is_read_in_the_language_of_its_paper(language: str, written: str) -> None:
    assert str(read_date(written, "byline", language)) == "2025-02-13"


@pytest.mark.parametrize(("name", "number"), [("KASIM", 11), ("HAZİRAN", 6), ("Ağustos", 8), ("mayıs", 5), ("x", None), ("ſept", None)])
def test_case_and_accents_do_not_hide_a_month(name: str, number: int | None) -> None:
    assert month_number(name, "tr") == number


def test_a_name_of_two_months_is_read_by_its_language() -> None:
    read = {language: str(read_date("13. listopada 2024", "byline", language)) for language in ("pl", "hr", "und")}
    assert read == {"pl": "2024-11-13", "hr": "2024-10-13", "und": "2024-11-13"}
