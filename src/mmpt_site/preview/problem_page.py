"""Problems in, the page that the preview shows in their place out; and one for addresses that lead out of the site."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from jinja2 import Environment

from mmpt_site.problems import Problem, count, describe, plain, sort

# It stands alone: the site's own style may be what is broken.
STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1d2530; --soft: #56606d; --line: #d5dae1; --code: #f5f6f8;
  --place: #0b5394; --mark: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181e; --ink: #e6e9ee; --soft: #a5afbc; --line: #343c47; --code: #1d232b;
    --place: #8cbcf2; --mark: #ff9d94;
  }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 0; font-size: 1.125rem; overflow-wrap: anywhere; }
ol { margin: 2rem 0 0; padding: 0; list-style: none; }
li { padding: 1.25rem 0; border-top: 1px solid var(--line); }
p { margin: .25rem 0; overflow-wrap: anywhere; }
code, pre { font: .875rem/1.5 ui-monospace, monospace; }
pre { margin: .75rem 0; padding: .75rem; overflow-x: auto; background: var(--code); border-radius: .25rem; }
.soft { color: var(--soft); }
.place { color: var(--place); }
a { color: var(--place); }
.caret { color: var(--mark); font-weight: bold; }
"""
STYLE_DIGEST = f"sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}"  # as policies name it
PAGE = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
    """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
<style>"""
    + STYLE
    + """</style>
</head>
<body>
<main>
<h1>{{ title }}</h1>
<p class="soft">{{ lead }}</p>
{% if site %}
<p><a href="{{ site }}">Go to the site</a></p>
{% endif %}
{% if problems %}
<ol>
{% for problem, place, line, indent, caret in problems %}
<li>
<p class="place"><code>{{ place }}</code></p>
<h2>{% if problem.level == "warning" %}Warning: {% endif %}{{ plain(problem.message) }}</h2>
{% if line %}
<pre tabindex="0">{{ line }}
{{ indent }}<span class="caret">{{ caret }}</span></pre>
{% endif %}
{% if problem.hint %}
<p>{{ plain(problem.hint) }}</p>
{% endif %}
</li>
{% endfor %}
</ol>
{% endif %}
</main>
</body>
</html>
"""
)


def title(problems: Iterable[Problem]) -> str:
    """'2 problems': errors and warnings; what is only noted is none."""
    return count(len(_told(problems)), "problem")


def problem_page(problems: Iterable[Problem]) -> bytes:
    """Every error and warning with its place, its line with a caret, and what to write instead."""
    told = _told(problems)
    rows = [(problem, plain(str(problem.mark)), *_excerpt(problem)) for problem in told]
    lead = "The site is shown again as soon as this is mended and saved."
    return PAGE.render(title=title(told), lead=lead, problems=rows, plain=plain).encode()


def outside_page(prefix: str) -> bytes:
    """A word to whoever follows a link that leads out of a site which lies in a folder of its host, say '/repo/'."""
    lead = (
        f"The address of the site in content/site.yaml ends with {prefix}, so the site is below {prefix} here, too. "
        "If this address was typed, it lacks that at its beginning; if a link led here, so does the link."
    )
    return PAGE.render(
        title="There is nothing at this address", lead=lead, site=prefix, problems=(), plain=plain
    ).encode()


def _told(problems: Iterable[Problem]) -> list[Problem]:
    """Errors before warnings, each in the order of their places."""
    return sorted((p for p in sort(problems) if p.level != "note"), key=lambda problem: problem.level)


def _excerpt(problem: Problem) -> tuple[str, str, str]:
    """The source line, the indent below it and the carets, as in the terminal; empty for a file as a whole."""
    lines = describe(replace(problem, message="", hint="")).split("\n")
    if len(lines) < 3:
        return "", "", ""
    indent, caret, more = lines[2].partition("^")
    return lines[1], indent, caret + more
