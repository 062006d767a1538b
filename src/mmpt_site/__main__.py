"""Arguments in, exit code out: lets `python -m mmpt_site` stand for `mmpt-site`."""

from mmpt_site.cli.main import main

main()
