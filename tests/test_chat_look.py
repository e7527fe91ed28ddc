"""The look of the page comes from this machine, in the light and in the dark."""

import re

from chat.look import ICON, SCRIPT, STYLE, make_theme


def test_no_font_style_or_script_is_fetched_from_elsewhere() -> None:
    assert make_theme()._stylesheets == []
    # the name of an XML namespace is no address
    written = [file.read_text().replace("http://www.w3.org/2000/svg", "") for file in (STYLE, SCRIPT, ICON)]
    assert not any("://" in text or "@import" in text for text in written)


def test_each_colour_of_the_light_has_its_own_in_the_dark() -> None:
    light, dark = (
        re.findall(r"--(\w[\w-]*): (#\w+)", block) for block in re.findall(r"(?::root|\.dark) \{(.*?)\}", STYLE.read_text(), re.DOTALL)
    )
    assert [name for name, _ in light] == [name for name, _ in dark]
    assert all(day != night for (_, day), (_, night) in zip(light, dark, strict=True))
