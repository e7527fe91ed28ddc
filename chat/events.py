"""How the events of the page run."""

from typing import Any, Final

# nothing of the page is an API, and overlays of progress would flicker over the text
QUIETLY: Final[dict[str, Any]] = {"show_progress": "hidden", "api_visibility": "private"}
# one after the other: an archive has one writer
WRITING: Final[dict[str, Any]] = {**QUIETLY, "concurrency_limit": 1, "concurrency_id": "writing"}
