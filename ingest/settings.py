"""What ingest can be told from the environment."""

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from ingest.fetch import Limits
from ingest.polite import Manners
from ingest.reach import parse_places


class WebSettings(BaseSettings):
    """How pages are fetched from the web."""

    model_config = SettingsConfigDict(env_prefix="NEWS_", frozen=True, populate_by_name=True, extra="ignore")

    user_agent: str = Field("Newsdesk/0.1 (a private archive of news)", min_length=1, pattern=r"^[\x20-\x7e]+$")
    """Who we say we are; better with an address where you can be reached. robots.txt is obeyed by its first word."""

    fetch_delay_seconds: float = Field(1.0, ge=0)
    """The pause between two requests to a host; longer where its robots.txt asks for that."""

    fetch_seconds: float = Field(30.0, gt=0)
    """How long a page may take in all, its redirects included."""

    fetch_at_once: int = Field(8, ge=1, le=64)
    """How many targets are visited at the same time."""

    allow_private: str | None = None
    """Hosts, host:port or networks of your own that may be fetched from, parted by commas: `wiki.intern, 10.1.0.0/16`."""

    @field_validator("allow_private")
    @classmethod
    def _check_places(cls, value: str | None) -> str | None:
        parse_places(value or "")
        return value

    @property
    def manners(self) -> Manners:
        return Manners(self.user_agent, self.fetch_delay_seconds)

    @property
    def limits(self) -> Limits:
        usual = Limits()
        return Limits(
            connect_seconds=min(usual.connect_seconds, self.fetch_seconds),
            read_seconds=min(usual.read_seconds, self.fetch_seconds),
            total_seconds=self.fetch_seconds,
        )
