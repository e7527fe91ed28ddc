"""What the addresses of routes that find say of limits: `?since=…&source=…&source=…`."""

from typing import Annotated

from fastapi import Depends, Query

from serving.api.shapes import Day
from vectorstore import SearchFilter

Several = Annotated[list[str], Query(max_length=50)]


def read_limits(
    since: Annotated[Day, Query()] = None,
    until: Annotated[Day, Query()] = None,
    as_of: Annotated[Day, Query()] = None,
    source: Several = [],  # noqa: B006  # FastAPI copies it
    language: Several = [],  # noqa: B006
    genre: Several = [],  # noqa: B006
) -> SearchFilter:
    """A dependency. Raises ValueError when a moment cannot be read, or a genre is none."""
    return SearchFilter(since, until, as_of, tuple(source), tuple(language), tuple(genre))


Narrowed = Annotated[SearchFilter, Depends(read_limits)]
