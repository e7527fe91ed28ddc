"""What can go wrong with an archive. Every message says what to do next."""


class ArchiveError(Exception):
    """An archive cannot do what was asked. Its message is one line for the reader."""


class SettingInvalid(ArchiveError):
    """A setting from the environment cannot be read."""


class ArchiveBusy(ArchiveError):
    """Another process is writing to the archive."""


class ArchiveReadOnly(ArchiveError):
    """The archive's folder cannot be written to, or its disk is full."""


class ArchiveDamaged(ArchiveError):
    """The catalogue, which is the truth, cannot be read."""


class BackupUnusable(ArchiveError):
    """A file is no backup, or not what was backed up."""


class EmbeddingMismatch(ArchiveError):
    """The archive was made with another embedding model."""


class EmbeddingUnavailable(ArchiveError):
    """The embedding model cannot be loaded."""


class AnswerNotFound(ArchiveError):
    """No saved answer has this id."""


class ArticleNotFound(ArchiveError):
    """No article, or no such version of it, has this id."""
