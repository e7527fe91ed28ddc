"""What the chat can be told from the environment."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ChatSettings(BaseSettings):
    """Where the chat is served."""

    model_config = SettingsConfigDict(env_prefix="NEWS_", frozen=True, extra="ignore")

    host: str = "127.0.0.1"
    """Address the chat listens on. It asks nobody for a password: any other address lets its network in."""

    port: int = Field(default=7860, ge=1, le=65535)
    """Port the chat listens on."""
