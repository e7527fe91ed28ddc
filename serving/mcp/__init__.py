"""MCP, the Model Context Protocol: the archive as tools for the program of a language model, over HTTP or its own streams."""

from serving.mcp.carriers import over_http, over_streams

__all__ = ["over_http", "over_streams"]
