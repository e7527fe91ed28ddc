"""Which routes there are: those of the interface for programs, and of Gradio's those that the page needs. It has many more."""

import re
from typing import Final

# what a browser asks of Gradio 6.31 for this page, and nothing else
_GET = re.compile(
    r"/|/sign-in|/healthz|/readyz|/metrics|/newsdesk\.js|/favicon\.ico|/manifest\.json|/robots\.txt|/theme\.css"
    r"|/(?:assets|static)/[\w.@+/-]+"
    r"|/gradio_api/(?:queue/data|startup-events|theme\.css|upload_progress|heartbeat/\w{1,40})"
)
_POST = re.compile(r"/sign-in|/sign-out|/gradio_api/(?:queue/join|cancel|reset/?|upload)")
SCRIPT_ROUTE: Final = "/newsdesk.js"
API_ROUTE: Final = "/v1"
API_METHODS: Final = frozenset(("GET", "HEAD", "POST", "DELETE"))
MCP_ROUTE: Final = "/mcp"
API_UPLOADS: Final = "/v1/ingest/files"
SIGN_IN_ROUTE: Final = "/sign-in"
SIGN_OUT_ROUTE: Final = "/sign-out"
HEALTH_ROUTE: Final = "/healthz"
READY_ROUTE: Final = "/readyz"
METRICS_ROUTE: Final = "/metrics"
# without signing in
OPEN_ROUTES: Final = frozenset((SIGN_IN_ROUTE, HEALTH_ROUTE, READY_ROUTE, "/favicon.ico"))
# what costs an answer; of the calls to `/mcp` some do, and count themselves
QUESTION_ROUTES: Final = frozenset(("/gradio_api/queue/join", "/v1/ask", "/v1/chat/completions"))
# what is written down besides deletions; the page tells itself what it does
WRITES: Final = frozenset(("/v1/ingest", API_UPLOADS))
UPLOADS: Final = ("/gradio_api/upload", "/gradio_api/upload_progress")


def allowed_methods(path: str) -> frozenset[str]:
    """The methods by which a path is used; none for a path that is not. What is below `/v1` the API refuses in its own words.

    >>> sorted(allowed_methods("/")), sorted(allowed_methods("/gradio_api/file=/etc/passwd"))
    (['GET', 'HEAD'], [])
    """
    if ".." in path or "//" in path:
        return frozenset()
    if path.startswith(f"{API_ROUTE}/"):
        return API_METHODS
    if path == MCP_ROUTE:
        # each call brings its answer: there is no stream to listen to and no session to end
        return frozenset(("POST",))
    reads = frozenset(("GET", "HEAD")) if _GET.fullmatch(path) else frozenset()
    return reads | frozenset(("POST",)) if _POST.fullmatch(path) else reads
