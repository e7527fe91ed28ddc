"""`python -m ingest`."""

import sys


def main() -> None:
    """Runs the commands; Ctrl+C is one line, from the first import on."""
    try:
        from ingest.commands import commands
        from ingest.follow_commands import follow

        commands.add_command(follow)
        commands(prog_name="python -m ingest")
    except KeyboardInterrupt:
        sys.exit("stopped")


if __name__ == "__main__":
    main()
