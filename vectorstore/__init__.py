"""The archive: articles, versions, passages, vectors, lexical index."""
