"""The whole application: the page, mounted in FastAPI, behind the guard."""

from typing import TYPE_CHECKING, Any

from starlette.types import ASGIApp

from chat import ICON, SCRIPT, STYLE, make_theme
from serving.guard import Guard, Limits
from serving.readers import Readers
from serving.routes import HEALTH_ROUTE, SCRIPT_ROUTE

if TYPE_CHECKING:
    import gradio as gr


def make_application(page: "gr.Blocks", readers: Readers, limits: Limits) -> ASGIApp:
    """An ASGI application that a server such as uvicorn runs."""
    import gradio as gr
    from fastapi import FastAPI
    from fastapi.responses import FileResponse

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)

    @app.get(HEALTH_ROUTE)
    def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.get(SCRIPT_ROUTE)
    def script() -> FileResponse:
        # a script written into the page by Gradio's own script would not be let run
        return FileResponse(SCRIPT, media_type="text/javascript")

    closed: dict[str, Any] = {"docs_url": None, "redoc_url": None, "openapi_url": None}
    gr.mount_gradio_app(
        app, page, path="/", app_kwargs=closed, footer_links=[], run_history=False, allowed_paths=[], favicon_path=str(ICON),
        show_error=False, max_file_size=limits.upload_bytes or 1, ssr_mode=False, enable_monitoring=False, pwa=False, mcp_server=False,
        theme=make_theme(), css_paths=[STYLE], head=f'<script src="{SCRIPT_ROUTE}"></script>',
    )  # fmt: skip
    return Guard(app, readers, limits)
