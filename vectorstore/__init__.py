"""The archive: articles, versions, passages, vectors, lexical index."""

from typing import TYPE_CHECKING

from vectorstore.later import find_later

if TYPE_CHECKING:
    from vectorstore.archive import Archive, open_archive
    from vectorstore.article import Access, Article, Genre, Precision, Provenance, Span, Timestamp, Version
    from vectorstore.backup import back_up, restore
    from vectorstore.backup_file import Contents
    from vectorstore.changes import Changes
    from vectorstore.checking import Checked, Fault
    from vectorstore.clusters import Cluster
    from vectorstore.embeddings import ModelIdentity, PassageEmbeddings
    from vectorstore.errors import (
        AnswerNotFound,
        ArchiveBusy,
        ArchiveDamaged,
        ArchiveError,
        ArchiveReadOnly,
        ArticleNotFound,
        BackupUnusable,
        EmbeddingMismatch,
        EmbeddingUnavailable,
        SettingInvalid,
    )
    from vectorstore.fetches import Fetch, KnownFetch
    from vectorstore.filters import GENRES, SearchFilter
    from vectorstore.follows import Follow
    from vectorstore.passage import PASSAGE_KEYS, make_passage, passage_id
    from vectorstore.refusals import Refused
    from vectorstore.saved import SavedAnswer
    from vectorstore.search import TermWeights
    from vectorstore.sentences import split_sentences
    from vectorstore.settings import ArchiveSettings, read_settings
    from vectorstore.status import ArchiveStatus, SourceState
    from vectorstore.terms import fold, gram_terms, word_terms
    from vectorstore.writer import Outcome

__all__ = [
    "GENRES",
    "PASSAGE_KEYS",
    "Access",
    "AnswerNotFound",
    "Archive",
    "ArchiveBusy",
    "ArchiveDamaged",
    "ArchiveError",
    "ArchiveReadOnly",
    "ArchiveSettings",
    "ArchiveStatus",
    "Article",
    "ArticleNotFound",
    "BackupUnusable",
    "Changes",
    "Checked",
    "Cluster",
    "Contents",
    "EmbeddingMismatch",
    "EmbeddingUnavailable",
    "Fault",
    "Fetch",
    "Follow",
    "Genre",
    "KnownFetch",
    "ModelIdentity",
    "Outcome",
    "PassageEmbeddings",
    "Precision",
    "Provenance",
    "Refused",
    "SavedAnswer",
    "SearchFilter",
    "SettingInvalid",
    "SourceState",
    "Span",
    "TermWeights",
    "Timestamp",
    "Version",
    "back_up",
    "fold",
    "gram_terms",
    "make_passage",
    "open_archive",
    "passage_id",
    "read_settings",
    "restore",
    "split_sentences",
    "word_terms",
]

if not TYPE_CHECKING:  # a type checker sees the imports above, and that there is nothing else
    # a process that reads articles need not load what writes them
    __getattr__ = find_later(
        __name__,
        {
            "archive": ("Archive", "open_archive"),
            "article": ("Access", "Article", "Genre", "Precision", "Provenance", "Span", "Timestamp", "Version"),
            "backup": ("back_up", "restore"),
            "backup_file": ("Contents",),
            "changes": ("Changes",),
            "checking": ("Checked", "Fault"),
            "clusters": ("Cluster",),
            "embeddings": ("ModelIdentity", "PassageEmbeddings"),
            "errors": (
                "AnswerNotFound",
                "ArchiveBusy",
                "ArchiveDamaged",
                "ArchiveError",
                "ArchiveReadOnly",
                "ArticleNotFound",
                "BackupUnusable",
                "EmbeddingMismatch",
                "EmbeddingUnavailable",
                "SettingInvalid",
            ),
            "fetches": ("Fetch", "KnownFetch"),
            "filters": ("GENRES", "SearchFilter"),
            "follows": ("Follow",),
            "passage": ("PASSAGE_KEYS", "make_passage", "passage_id"),
            "refusals": ("Refused",),
            "saved": ("SavedAnswer",),
            "search": ("TermWeights",),
            "sentences": ("split_sentences",),
            "settings": ("ArchiveSettings", "read_settings"),
            "status": ("ArchiveStatus", "SourceState"),
            "terms": ("fold", "gram_terms", "word_terms"),
            "writer": ("Outcome",),
        },
    )
