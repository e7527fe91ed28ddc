"""What an archive can be told from the environment."""

from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from vectorstore.errors import SettingInvalid

Settings = TypeVar("Settings", bound=BaseSettings)


class ArchiveSettings(BaseSettings):
    """Where the archive lies and which model embeds its passages."""

    model_config = SettingsConfigDict(env_prefix="NEWS_", frozen=True, populate_by_name=True, extra="ignore")

    archive: Path = Path("data")
    """Folder of the archive; made when it is missing."""

    embedding: str = "auto"
    """A sentence-transformers model by name or folder; `bundled`: the English one that is installed with
    Newsdesk; `auto`: the archive's own, and for a new archive a multilingual one where it can be had, else the bundled."""

    database_url: Annotated[str | None, Field(repr=False)] = None
    """Address of a PostgreSQL database, `postgresql://USER:PASSWORD@HOST:5432/NAME`, that holds the catalogue and the words in
    the place of the archive's folder; so several machines may serve one archive."""

    chroma_url: str | None = None
    """Address of a Chroma server, `http://HOST:8000`, that holds the index of vectors in the place of the archive's folder."""

    chroma_token: Annotated[str | None, Field(repr=False)] = None
    """What the server's clients show: an API key of Chroma Cloud, or what a gateway before the server asks for."""

    chroma_tenant: str = "default_tenant"
    """Tenant on the Chroma server."""

    chroma_database: str = "default_database"
    """Database on the Chroma server."""

    hub_timeout_seconds: float = 3.0
    """How long `auto` waits for the model hub before it takes the bundled model."""

    model_cache: Path | None = None
    """Folder for embedding models made ready to run without torch, 50 to 300 MB each; may be deleted at any time.
    None takes `newsdesk/models` in the user's cache folder."""

    exact_passages: int = 3_000_000
    """Up to so many passages every search is exact, from vectors in memory, 1.2 kB for each passage at 384 dimensions: at 1,000,000 a third
    of the vector index's time and of its memory, and nothing missed where it misses one or two of ten. That time grows with the archive,
    the index's hardly: beyond, the index answers what is not filtered."""

    waiting_passages: int = 5_000
    """In an archive of over 25,000 passages, so many new ones are found by exact search before they are put into the vector index in
    the archive's folder together, since opening it takes longer than writing an article. 0 puts each there at once."""

    def beside(self, file: str) -> Path | str:
        """Where a `Database` lies that is kept with the archive: a file of that name in its folder, or the archive's server."""
        return self.database_url or self.archive / file


def read_settings(kind: type[Settings]) -> Settings:
    """The settings of that class from the environment. Raises SettingInvalid, which names the variable."""
    try:
        return kind()
    except ValidationError as error:
        first = error.errors()[0]
        variable = f"NEWS_{'_'.join(str(part) for part in first['loc']).upper()}"
        raise SettingInvalid(f"{variable} cannot be read: {first['msg'].lower()}; set it to another value or unset it") from None
