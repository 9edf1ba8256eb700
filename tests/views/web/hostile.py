"""A reading whose every word from outside tries to break out of the page."""

from sayso.vocabulary import ClaimKind, Reading
from tests.views.readings import claim, reading

SCRIPT = "<script>document.title='owned'</script>"
TEXT = (
    f"{SCRIPT} \U0001f468\u200d\U0001f469\u200d\U0001f467 {{{{ 7*7 }}}} {{% raw %}} said <b onmouseover=alert(1)>that \U0001f600"
    "\U0001f600 the \u202ebridge\u202c & is\r\nclosed</b></div></article>. \u05d0\u05d1\u05d2 -->]]> &lt;i&gt; \u201cNobody warned "
    "us\u201d \x00 \x1b[31m <img src=https://example.org/x onerror=alert(2)> the end of it all."
)
CONTENT = "<b onmouseover=alert(1)>that \U0001f600\U0001f600 the \u202ebridge\u202c & is\r\nclosed</b>"
INNER = "\U0001f600 the \u202ebridge\u202c"
SOURCE = "\U0001f468\u200d\U0001f469\u200d\U0001f467 {{ 7*7 }}"
QUOTED = "\u201cNobody warned us\u201d"
OWN = "<img src=https://example.org/x onerror=alert(2)> the end of it all."


def hostile() -> Reading:
    """Give the reading; its title, names and file are hostile too."""
    return reading(
        TEXT,
        claim(TEXT, CONTENT, cue="said", by=[SOURCE]),
        claim(TEXT, INNER, cue=SCRIPT, by=["{% raw %}"]),
        claim(TEXT, QUOTED, kind=ClaimKind.DIRECT),
        claim(TEXT, OWN),
        title=f"{SCRIPT}\"'>{{{{ config }}}}",
        outlet="</dd><script>alert(3)</script>",
        url="javascript:alert(4)",
        published_stated="\u202e2024\U0001f600",
        where="\x1b[31m<i>\udcff.txt",
    )
