"""The tables of the catalogue."""

from sqlalchemy import DDL, BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text, and_, event

# migrations.STEPS leads an older archive here
SCHEMA_VERSION = "5"

metadata = MetaData()

# authors, mentioned, metadata, agencies, corrections and published_otherwise are JSON

# facts about the archive itself: schema version, generation, embedding model, the folder of the vector index
facts = Table("facts", metadata, Column("name", String, primary_key=True), Column("value", Text, nullable=False))

articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    # the file or address it was last read from
    Column("origin", Text),
    # number of the version that answers
    Column("current", Integer, nullable=False),
)
# paths and addresses may be longer than what an ordered index of PostgreSQL takes
Index("articles_by_origin", articles.c.origin).ddl_if(dialect="sqlite")
# in words: as an option of the index it would load what speaks to PostgreSQL for everybody, a tenth of a second
_BY_HASH = DDL("CREATE INDEX articles_by_origin ON articles USING hash (origin)")  # type: ignore[no-untyped-call]
event.listen(articles, "after_create", _BY_HASH.execute_if(dialect="postgresql"))


def _timestamp(name: str) -> tuple[Column[int], Column[str], Column[str]]:
    return Column(name, BigInteger), Column(f"{name}_precision", String), Column(f"{name}_provenance", String)


versions = Table(
    "versions",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("content_hash", String, nullable=False),
    Column("record_hash", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("url", Text),
    Column("key", Text),
    Column("source", Text, nullable=False),
    # folded, for filters without regard to case
    Column("source_key", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("authors", Text, nullable=False),
    Column("section", Text),
    Column("genre", String),
    Column("access", String),
    Column("agencies", Text, nullable=False, server_default="[]"),
    Column("corrections", Text, nullable=False, server_default="[]"),
    Column("published_otherwise", Text, nullable=False, server_default="[]"),
    *_timestamp("published"),
    *_timestamp("updated"),
    *_timestamp("fetched"),
    Column("mentioned", Text, nullable=False),
    Column("metadata", Text, nullable=False),
    Column("added", BigInteger, nullable=False),
    # the version stood from valid_from (None: publication unknown) until before valid_to (None: it still stands)
    Column("valid_from", BigInteger),
    Column("valid_to", BigInteger),
)
Index("versions_by_content", versions.c.content_hash)
Index("versions_by_publication", versions.c.published)
# all that filters ask, so that nobody reads past the texts for it
Index(
    "versions_by_facts",
    versions.c.article_id,
    versions.c.number,
    versions.c.source_key,
    versions.c.language,
    versions.c.published,
    versions.c.valid_from,
    versions.c.valid_to,
).ddl_if(dialect="sqlite")  # PostgreSQL keeps long texts apart by itself

# of the few that are no reports; in words for the same reason
_GENRES = DDL("CREATE INDEX versions_by_genre ON versions (article_id, number, genre) WHERE genre IS NOT NULL")  # type: ignore[no-untyped-call]
event.listen(versions, "after_create", _GENRES)

# how many articles a source has in a language, by their current versions; under a digest of the two, since names may be long
tallies = Table(
    "tallies",
    metadata,
    Column("digest", LargeBinary, primary_key=True),
    Column("source", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("articles", Integer, nullable=False),
)

passages = Table(
    "passages",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=True),
    Column("article_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text_hash", LargeBinary, nullable=False),
    # a row number is never used twice, so that one that was read earlier cannot name another passage
    sqlite_autoincrement=True,
)
Index("passages_by_version", passages.c.article_id, passages.c.version, passages.c.number, unique=True)
Index("passages_by_text", passages.c.text_hash)

# half-precision numbers under the text's hash and the model's fingerprint: equal text is embedded once
vectors = Table(
    "vectors",
    metadata,
    Column("text_hash", LargeBinary, primary_key=True),
    Column("model", String, primary_key=True),
    Column("vector", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# articles whose entries in the derived indexes may lag behind; empty when all is in step
pending = Table(
    "pending",
    metadata,
    Column("article_id", String, primary_key=True),
    # whether the lexical index has what the catalogue has; the vector index can wait, exact search stands in for it
    Column("settled", Boolean, nullable=False, default=False),
)

# the MinHash signature of each article's current text, and the cluster of near-duplicates that it is in
signatures = Table(
    "signatures",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("article_id", String, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    # the least id of the cluster's articles
    Column("cluster", String, nullable=False),
)
Index("signatures_by_article", signatures.c.article_id, unique=True)
Index("signatures_by_cluster", signatures.c.cluster)

# articles that share a band may be copies of one another
bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True),
    Column("row", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

# pages of the web, by the address that was asked for: what their servers want to be asked with the next time
fetches = Table(
    "fetches",
    metadata,
    Column("url", String, primary_key=True),
    Column("etag", Text, nullable=False),
    Column("modified", Text, nullable=False),
    # when a sitemap said that the page had changed, as it wrote it
    Column("stamp", Text, nullable=False),
    Column("seconds", BigInteger, nullable=False),
)

# feeds and sites that are read again and again; times are Unix time
follows = Table(
    "follows",
    metadata,
    Column("url", String, primary_key=True),
    Column("every_seconds", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("allow_private", Boolean, nullable=False),
    Column("added", BigInteger, nullable=False),
    Column("next_run", BigInteger, nullable=False),
    Column("last_run", BigInteger),
    Column("last_result", Text, nullable=False),
    Column("last_error", Text, nullable=False),
    Column("failing_since", BigInteger),
)

# articles that were deleted, by the ids that they would come back under; hashes, no text
tombstones = Table(
    "tombstones",
    metadata,
    Column("identity", String, primary_key=True),
    Column("article_id", String, nullable=False),
    # Unix time
    Column("deleted", BigInteger, nullable=False),
)
Index("tombstones_by_article", tombstones.c.article_id)

# answers that were kept, as JSON, and which versions they cite: where their flags come from
saved = Table(
    "saved",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", Text, nullable=False),
    # Unix time in UTC
    Column("saved", BigInteger, nullable=False),
)
cited = Table(
    "cited",
    metadata,
    Column("answer", String, primary_key=True),
    # of the citation in its answer, from 0
    Column("place", Integer, primary_key=True),
    Column("article_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("deleted", Boolean, nullable=False),
)
Index("cited_by_article", cited.c.article_id)

# what was read already: digest of an item's bytes and of what read them → the article it gave, as it stood then
seen = Table(
    "seen",
    metadata,
    Column("digest", LargeBinary, primary_key=True),
    Column("article_id", String, nullable=False),
    Column("record_hash", String, nullable=False),
    sqlite_with_rowid=False,
)
Index("seen_by_article", seen.c.article_id)

# what was read and gave no article: the digest of the same, and why
refused = Table(
    "refused",
    metadata,
    Column("digest", LargeBinary, primary_key=True),
    # the version of what read it; of others nothing is kept
    Column("reader", String, nullable=False),
    Column("is_fault", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    # the article that it gave and that was deleted: it is refused as long as that may not come back
    Column("article_id", String),
    sqlite_with_rowid=False,
)
Index("refused_by_article", refused.c.article_id)

# pages among the fetched that gave no article, and why
refused_pages = Table(
    "refused_pages",
    metadata,
    Column("url", String, primary_key=True),
    Column("reader", String, nullable=False),
    Column("is_fault", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
)

# entries of feeds: the digest of a feed and of its own id of an entry → the article that it led to
entries = Table(
    "entries",
    metadata,
    Column("digest", String, primary_key=True),
    Column("article_id", String, nullable=False),
    # a digest of the site and the path of the article's address, which outlives the article as its tombstone does
    Column("place", String, nullable=False),
    sqlite_with_rowid=False,
)

# how an article goes with the version that answers, and with the passages of that
CURRENT_VERSION = and_(articles.c.id == versions.c.article_id, articles.c.current == versions.c.number)
CURRENT_PASSAGES = and_(articles.c.id == passages.c.article_id, articles.c.current == passages.c.version)
