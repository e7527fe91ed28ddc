"""What the addresses of routes that find say of limits: `?since=…&source=…&source=…`; and that an address says nothing else."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.dependencies.models import Dependant

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


def refuse_unknown(request: Request) -> None:
    """A dependency. Raises ValueError for a parameter that the route does not know: a limit with a typing error would limit nothing."""
    known = list(dict.fromkeys(_names_of(request.scope["route"].dependant)))
    unknown = [name for name in request.query_params if name not in known]
    if unknown:
        takes = ", ".join(known) if known else "none; what a body can say goes into the body"
        raise ValueError(f"this address has no parameter {unknown[0][:80]!r}; it takes {takes}")


def _names_of(dependant: Dependant) -> Iterator[str]:
    yield from (parameter.alias for parameter in dependant.query_params)
    for each in dependant.dependencies:
        yield from _names_of(each)
