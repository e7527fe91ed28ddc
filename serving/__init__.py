"""Serving: the page behind a guard, at an address, until it is stopped."""

from serving.application import make_application
from serving.settings import ServingSettings

__all__ = ["ServingSettings", "make_application"]
