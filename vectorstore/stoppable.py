"""Commands that Ctrl+C ends with one line."""

from typing import Any

import click


class StoppableGroup(click.Group):
    """A group whose commands say that they were stopped, also while they are imported."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            # click would say "Aborted!" below an empty line
            click.echo("stopped", err=True)
            ctx.exit(1)
