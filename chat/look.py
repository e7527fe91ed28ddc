"""How the page looks: its theme, and the files that go with it."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import gradio as gr

_HERE = Path(__file__).parent
STYLE: Final = _HERE / "style.css"
ICON: Final = _HERE / "icon.svg"
SCRIPT: Final = _HERE / "page.js"


def make_theme() -> "gr.themes.Base":
    """Fonts that are there already: others would be fetched from elsewhere."""
    import gradio as gr

    fonts = [gr.themes.Font(name) for name in ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif")]
    mono = [gr.themes.Font(name) for name in ("ui-monospace", "Consolas", "monospace")]
    return gr.themes.Base(primary_hue="teal", neutral_hue="stone", font=fonts, font_mono=mono)
