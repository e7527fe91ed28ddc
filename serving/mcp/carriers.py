"""What carries the messages: HTTP, below the guard, or the streams of a program that started this one."""

from typing import Any

from mcp.server import Server
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings
from starlette.applications import Starlette

from serving.mcp.server import build_mcp
from serving.routes import MCP_ROUTE
from serving.service import Service


def over_http(service: Service) -> Starlette:
    """An application with the one route; whoever takes its routes runs its lifespan too.

    Nothing is kept between two calls, so that any of several servers can answer each.
    """
    # the guard has checked hosts, origins and sizes
    checked = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    return build_mcp(service).streamable_http_app(streamable_http_path=MCP_ROUTE, stateless_http=True, transport_security=checked)


async def over_streams(service: Service) -> None:
    """Serves standard input and output until the input ends; whatever else would be printed goes to standard error."""
    server: Server[Any] = build_mcp(service)
    async with stdio_server() as (calls, answers):
        await server.run(calls, answers, server.create_initialization_options())
