"""Which routes the page needs. Gradio has many more: they are not there."""

import re
from typing import Final

# what a browser asks of Gradio 6.31 for this page, and nothing else
_GET = re.compile(
    r"/|/healthz|/newsdesk\.js|/favicon\.ico|/manifest\.json|/robots\.txt|/theme\.css"
    r"|/(?:assets|static)/[\w.@+/-]+"
    r"|/gradio_api/(?:queue/data|startup-events|theme\.css|upload_progress|heartbeat/\w{1,40})"
)
_POST = re.compile(r"/gradio_api/(?:queue/join|cancel|reset/?|upload)")
SCRIPT_ROUTE: Final = "/newsdesk.js"
HEALTH_ROUTE: Final = "/healthz"
UPLOADS: Final = ("/gradio_api/upload", "/gradio_api/upload_progress")


def allowed_methods(path: str) -> frozenset[str]:
    """The methods by which the page uses a path; none for a path that it does not use.

    >>> sorted(allowed_methods("/")), sorted(allowed_methods("/gradio_api/file=/etc/passwd"))
    (['GET', 'HEAD'], [])
    """
    if ".." in path or "//" in path:
        return frozenset()
    if _GET.fullmatch(path):
        return frozenset(("GET", "HEAD"))
    return frozenset(("POST",)) if _POST.fullmatch(path) else frozenset()
