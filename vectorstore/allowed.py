"""Which passages a filter allows: as SQL for lists, as a mask for vectors, as queries for words. The three say the same.

Without `as_of`, an article answers in its current version; with it, in the one that stood at that moment, and only if it
was published by then. A passage of unknown publication is outside every range of dates.
"""

from collections.abc import Collection

import numpy as np
import tantivy
from sqlalchemy import ColumnElement, and_, or_
from tantivy import FieldType, Query

from vectorstore.columns import UNKNOWN, Mask, PassageColumns
from vectorstore.filters import REPORT, SearchFilter
from vectorstore.schema import articles, versions
from vectorstore.terms import fold

# scores with addresses in the lexical index
Hits = list[tuple[float, tantivy.DocAddress]]


def allowed_in_catalogue(filter: SearchFilter) -> ColumnElement[bool]:
    """A condition on a version and its article."""
    conditions: list[ColumnElement[bool]] = []
    if (as_of := filter.as_of_seconds) is None:
        conditions.append(versions.c.number == articles.c.current)
    else:
        stood = or_(versions.c.valid_to.is_(None), versions.c.valid_to >= as_of)
        conditions += [versions.c.valid_from < as_of, stood, versions.c.published < as_of]
    if (since := filter.since_seconds) is not None:
        conditions.append(versions.c.published >= since)
    if (until := filter.until_seconds) is not None:
        conditions.append(versions.c.published < until)
    if filter.sources:
        conditions.append(versions.c.source_key.in_(_source_keys(filter)))
    if filter.languages:
        conditions.append(versions.c.language.in_(_language_keys(filter)))
    if filter.genres:
        named = versions.c.genre.in_(filter.genres)
        conditions.append(or_(named, versions.c.genre.is_(None)) if REPORT in filter.genres else named)
    return and_(*conditions)


def allowed_in_memory(filter: SearchFilter, columns: PassageColumns) -> Mask:
    """True for each passage that is allowed."""
    as_of = filter.as_of_seconds
    mask = columns.current.copy() if as_of is None else (columns.valid_from < as_of) & (columns.valid_to >= as_of)
    if filter.is_dated:
        first, last = np.searchsorted(columns.published, _range(filter))
        # the passages are in order of publication
        mask[:first] = False
        mask[last:] = False
    if filter.sources:
        mask &= _any_of(columns.sources, _source_keys(filter))[columns.source]
    if filter.languages:
        mask &= _any_of(columns.languages, _language_keys(filter))[columns.language]
    if filter.genres:
        mask &= _any_of(columns.genres, filter.genres)[columns.genre]
    return mask


def allowed_in_lexical(filter: SearchFilter, schema: tantivy.Schema) -> list[Query]:
    """Queries that an allowed passage matches, each of them."""
    limits = []
    if (as_of := filter.as_of_seconds) is None:
        limits.append(Query.term_query(schema, "current", True))
    else:
        limits += [_between(schema, "valid_from", -UNKNOWN, as_of), _between(schema, "valid_to", as_of, UNKNOWN + 1)]
    if filter.is_dated:
        limits.append(_between(schema, "published", *_range(filter)))
    if filter.sources:
        limits.append(Query.term_set_query(schema, "source", _source_keys(filter)))
    if filter.languages:
        limits.append(Query.term_set_query(schema, "language", _language_keys(filter)))
    if filter.genres:
        limits.append(Query.term_set_query(schema, "genre", list(filter.genres)))
    return limits


def may_cut(filter: SearchFilter) -> bool:
    """Whether `cut` knows all that the filter asks."""
    return not filter.sources and not filter.languages and not filter.genres


def cut(searcher: tantivy.Searcher, hits: Hits, filter: SearchFilter) -> Hits:
    """Those of the lexical index's hits that a filter allows which `may_cut`."""
    addresses = [address for _, address in hits]
    as_of = filter.as_of_seconds
    ends = searcher.fast_field_values("valid_to", addresses)
    # what still stands is current
    fits = [end == UNKNOWN for end in ends] if as_of is None else [end is not None and as_of <= end for end in ends]
    if as_of is not None:
        begins = searcher.fast_field_values("valid_from", addresses)
        fits = [fit and begin is not None and begin < as_of for fit, begin in zip(fits, begins, strict=True)]
    if filter.is_dated:
        since, until = _range(filter)
        dates = searcher.fast_field_values("published", addresses)
        fits = [fit and date is not None and since <= date < until for fit, date in zip(fits, dates, strict=True)]
    return [hit for hit, fit in zip(hits, fits, strict=True) if fit]


def _range(filter: SearchFilter) -> tuple[int, int]:
    """The first second of publication that is allowed, and the first one after it that is not."""
    since = -UNKNOWN if filter.since_seconds is None else filter.since_seconds
    ends = [end for end in (filter.until_seconds, filter.as_of_seconds) if end is not None]
    return since, max(since, min(ends, default=UNKNOWN))


def _between(schema: tantivy.Schema, field: str, start: int, end: int) -> Query:
    """start ≤ field < end; a passage without the field is out."""
    return Query.range_query(schema, field, FieldType.Integer, start, end, include_upper=False)


def _source_keys(filter: SearchFilter) -> list[str]:
    return [fold(source) for source in filter.sources]


def _language_keys(filter: SearchFilter) -> list[str]:
    return [language.lower() for language in filter.languages]


def _any_of(names: tuple[str, ...], wanted: Collection[str]) -> Mask:
    return np.fromiter((name in wanted for name in names), np.bool_, len(names))
