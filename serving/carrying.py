"""Users of an archive that went from its folder to a server: they go with it, and are not left behind unnoticed."""

from pathlib import Path

from sqlalchemy import insert, select

from serving.errors import ServingError
from serving.tables import ACCESS, Tables, keys, sessions, users
from serving.users import FILE, Users
from vectorstore import ArchiveSettings


def refuse_left_behind(settings: ArchiveSettings, known: Users) -> None:
    """Where nobody is known on the archive's server but users are in its folder, everybody would be let in who had to sign in before.

    Raises ServingError.
    """
    file = settings.archive / FILE
    if settings.database_url and not known.any() and _has_users(file):
        raise ServingError(
            f"the users in {file} are not on the database server, where they are looked for now; "
            "newsdesk users carry-over takes them there with their keys, or delete the file"
        )


def carry_over(settings: ArchiveSettings) -> int:
    """Takes users with their keys and sessions from the archive's folder to its server. How many users they are.

    The file stays as it is: whoever goes back to the folder has them there.

    Raises:
        ServingError: There is no server or no such file, or the server has users already.
        ArchiveError: The file cannot be read, or the server does not answer.
    """
    file = settings.archive / FILE
    if not settings.database_url:
        raise ServingError("the users are where they belong, in the archive's folder; set NEWS_DATABASE_URL to take them to its server")
    if not _has_users(file):
        raise ServingError(f"there are no users in {settings.archive}; name the archive's folder with --archive")
    source, target = Tables(file, ACCESS), Tables(settings.database_url, ACCESS)
    try:
        with source.database.transaction() as connection:
            rows = {table: [dict(row._mapping) for row in connection.execute(select(table))] for table in (users, keys, sessions)}
        with target.database.write_transaction() as connection:
            if connection.execute(select(users.c.name).limit(1)).first():
                raise ServingError("the database server has users already; newsdesk users add adds others one by one")
            for table, values in rows.items():
                if values:
                    connection.execute(insert(table), values)
    finally:
        source.close()
        target.close()
    return len(rows[users])


def _has_users(file: Path) -> bool:
    if not file.exists():
        return False
    kept = Users(file)
    try:
        return kept.any()
    finally:
        kept.close()
