"""What a stranger gets at a chat: `python -m benchmarks.tutorial.access [ADDRESS]`, as JSON; without an address, at the tutorial's app."""

import json
import sys
import tempfile
from pathlib import Path

import httpx

from benchmarks.tutorial.app import build_page, open_store

HEADERS = ("content-security-policy", "x-content-type-options", "referrer-policy")
FOREIGN = "http://evil.example"


def try_entrances(address: str) -> dict[str, bool]:
    """Whether each thing that a stranger should not get was given; with `headers`, whether one of three is missing."""
    with httpx.Client(base_url=address, timeout=60, trust_env=False) as client:
        upload = client.post("/gradio_api/upload", files={"files": ("a.html", b"<script>1</script>")}, headers={"Origin": FOREIGN})
        large = client.post("/gradio_api/upload", files={"files": ("a.bin", b"x" * 50_000_000)})
        shown = client.get("/gradio_api/info", headers={"Host": "news.example", "Origin": FOREIGN})
        asked = {"data": ["x", []], "fn_index": 0, "session_hash": "a"}
        return {
            "a page of another site uploads": upload.is_success,
            "50 MB are taken from anybody": large.is_success,
            "another host's name is answered": client.get("/", headers={"Host": "evil.example"}).is_success,
            "another origin may read the replies": shown.headers.get("access-control-allow-origin") == FOREIGN,
            "a page of another site asks": client.post("/gradio_api/queue/join", json=asked, headers={"Origin": FOREIGN}).is_success,
            "the interface is described to anybody": client.get("/openapi.json").is_success,
            "usage is shown to anybody": client.get("/monitoring").is_success,
            "headers against scripts and frames are missing": any(name not in client.get("/").headers for name in HEADERS),
        }


def main() -> None:
    if sys.argv[1:]:
        print(json.dumps(try_entrances(sys.argv[1]), indent=1))
        return
    _, address, _ = build_page(open_store(Path(tempfile.mkdtemp()))).launch(prevent_thread_lock=True, quiet=True)
    print(json.dumps(try_entrances(address), indent=1))


if __name__ == "__main__":
    main()
