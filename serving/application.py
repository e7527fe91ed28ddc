"""The whole application: the page and the interface for programs, in FastAPI, behind the guard."""

from typing import TYPE_CHECKING, Any

from starlette.types import ASGIApp

from chat import ICON, SCRIPT, STYLE, make_theme
from serving.access import Access
from serving.audit import UNWRITTEN, Audit
from serving.guard import Guard, Limits
from serving.observing import Metrics, Observer
from serving.rates import MakeRates, make_own
from serving.routes import API_ROUTE, SCRIPT_ROUTE
from serving.service import Service
from serving.telemetry import Telemetry

if TYPE_CHECKING:
    import gradio as gr


def make_application(
    page: "gr.Blocks",
    service: Service,
    access: Access,
    limits: Limits,
    *,
    audit: Audit = UNWRITTEN,
    make_rates: MakeRates = make_own,
    logs: bool = False,
    telemetry: Telemetry | None = None,
) -> ASGIApp:
    """An ASGI application that a server such as uvicorn runs; `logs`: a line for each request."""
    import gradio as gr
    from fastapi import FastAPI
    from fastapi.responses import FileResponse

    from serving.api import build_api
    from serving.health import add_health
    from serving.mcp import over_http
    from serving.sign_in import add_sign_in

    metrics = Metrics()
    tools = over_http(service)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=tools.router.lifespan_context)
    app.router.routes.extend(tools.routes)

    add_health(app, service, metrics)
    if access.users is not None:
        add_sign_in(app, access.users, audit, make_rates)
    app.mount(API_ROUTE, build_api(service))

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
    return Observer(Guard(app, access, limits, audit, make_rates), metrics, logs=logs, telemetry=telemetry)
