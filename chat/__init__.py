"""The chat's page: what it shows and what its buttons do. Rendering only; answers come from rag."""

from chat.conversation import Conversation, Exchange
from chat.page import build_app, launch
from chat.settings import ChatSettings

__all__ = ["ChatSettings", "Conversation", "Exchange", "build_app", "launch"]
