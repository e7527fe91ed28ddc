"""The interface for programs, below `/v1`: one file for each group of routes."""

from serving.api.build import build_api

__all__ = ["build_api"]
