"""The chat's page: what it shows and what its buttons do. Rendering only; answers come from rag."""

from chat.conversation import Conversation, Exchange
from chat.look import ICON, SCRIPT, STYLE, make_theme
from chat.page import build_app

__all__ = ["ICON", "SCRIPT", "STYLE", "Conversation", "Exchange", "build_app", "make_theme"]
