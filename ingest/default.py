"""A group of commands of which one need not be named."""

import click

from vectorstore.stoppable import StoppableGroup


class DefaultGroup(StoppableGroup):
    """A group whose `default` command is meant when none is named: `python -m ingest articles/`."""

    default = "ingest"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        named = args and (args[0] in self.commands or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if named else [self.default, *args])


class UnnamedContext(click.Context):
    """Of the command that need not be named: in usage lines it goes by its group's name."""

    @property
    def command_path(self) -> str:
        if self.parent is not None and isinstance(self.parent.command, DefaultGroup):
            return self.parent.command_path
        return super().command_path


class DefaultCommand(click.Command):
    """The command that is meant when none is named."""

    context_class = UnnamedContext
