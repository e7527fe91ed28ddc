"""What serving can be told from the environment."""

from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ServingSettings(BaseSettings):
    """Where the page is served, and to whom."""

    model_config = SettingsConfigDict(env_prefix="NEWS_", frozen=True, extra="ignore")

    host: str = "127.0.0.1"
    """Address to listen on. Any other needs users who sign in, or --no-auth."""

    port: int = Field(default=7860, ge=1, le=65535)
    """Port to listen on."""

    host_names: str | None = None
    """Names, parted by commas, under which readers reach the page; `localhost` and numeric addresses always do."""

    upload_megabytes: int = Field(default=20, ge=1, le=500)
    """Size of the largest file that the archive page takes."""

    follow: bool = False
    """Whether the sources that are followed are read while the server runs, when they are due; else `newsdesk follow run` reads them."""

    log_requests: bool = False
    """Whether a line of JSON is written to standard error for each request: what, who, how long; never a question or an answer."""

    questions_per_minute: int = Field(default=60, ge=0)
    """Questions that each caller may ask in a minute on and on, and a quarter of it at once; 0 for no limit. There is none where
    only this machine reaches the server and nobody signs in."""

    answerers: int | None = Field(default=None, ge=0, le=64)
    """Other processes that answer without a language model while questions wait, 250 MB each; they end when nobody asks. None is as many
    as the machine has cores, eight at most; 0 is none."""

    trusted_header: str | None = None
    """The header in which a proxy says who has signed in with it, such as `X-Forwarded-User`; None for none."""

    trusted_proxies: str = "127.0.0.1,::1"
    """Addresses and networks of that proxy, parted by commas: from anywhere else the header says nothing."""

    trusted_role: Literal["reader", "editor", "admin"] = "reader"
    """The role of people whom the proxy signs in and who are not among `newsdesk users`."""
