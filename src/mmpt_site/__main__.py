"""Arguments in, exit code out: the first of the program to run, as `mmpt-site` or `python -m mmpt_site`."""

import signal
from importlib import import_module


def main() -> None:
    """Load the program and run it; Ctrl-C while it loads ends it without a word, for nothing has begun."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    import_module("mmpt_site.cli.main").main()


if __name__ == "__main__":
    main()
