"""What serving can be told from the environment."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ServingSettings(BaseSettings):
    """Where the page is served, and to whom."""

    model_config = SettingsConfigDict(env_prefix="NEWS_", frozen=True, extra="ignore")

    host: str = "127.0.0.1"
    """Address to listen on. The page asks nobody for a password: any other address lets its network in."""

    port: int = Field(default=7860, ge=1, le=65535)
    """Port to listen on."""

    host_names: str | None = None
    """Names, parted by commas, under which readers reach the page; `localhost` and numeric addresses always do."""

    upload_megabytes: int = Field(default=20, ge=1, le=500)
    """Size of the largest file that the archive page takes."""

    log_requests: bool = False
    """Whether a line of JSON is written to standard error for each request: what, who, how long; never a question or an answer."""
