"""The chat in a browser: `python app.py`, or `newsdesk chat`."""

import sys


def main() -> None:
    """Runs the command; Ctrl+C is one line, from the first import on."""
    try:
        from serving.commands import chat_command

        # `python app.py chat` is right too
        given = sys.argv[1:]
        chat_command(given[1:] if given[:1] == ["chat"] else given, prog_name="python app.py")
    except KeyboardInterrupt:
        sys.exit("stopped")


if __name__ == "__main__":
    main()
