"""The command `newsdesk`: the command groups of ingest, rag and serving in one."""

from collections.abc import Mapping

import click

from vectorstore.later import load_lasting
from vectorstore.stoppable import StoppableGroup

# each group is imported when one of its commands is asked for: `newsdesk list` need not wait for what asks
GROUPS: Mapping[str, tuple[str, ...]] = {
    "ingest.commands": ("ingest", "list", "show", "delete", "undelete", "status", "reindex"),
    "ingest.follow_commands": ("follow",),
    "ingest.keeping_commands": ("backup", "restore", "check"),
    "ingest.model_commands": ("models",),
    "rag.commands": ("ask", "answers"),
    "serving.commands": ("chat", "serve", "feedback"),
    "serving.user_commands": ("users", "keys", "audit"),
    "serving.mcp.commands": ("mcp",),
}


class Newsdesk(StoppableGroup):
    """The commands of all groups."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for names in GROUPS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for module, names in GROUPS.items():
            if cmd_name in names:
                commands: click.Group = load_lasting(module).commands
                return commands.get_command(ctx, cmd_name)
        return None


@click.command(cls=Newsdesk, epilog="`newsdesk COMMAND --help` tells more.")
def main() -> None:
    """Questions to a private archive of news, answered with the quotes that prove each sentence."""


if __name__ == "__main__":
    main()
