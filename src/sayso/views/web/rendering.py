"""What all pages share: templates that escape everything, style and script of our own, and a policy for no other."""

import base64
import hashlib
from importlib import resources
from typing import TypedDict

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

import sayso
from sayso.views.safely import count


class Dress(TypedDict):
    """Style and script of a page with what its policy knows them by."""

    style: Markup
    script: Markup
    style_hash: str
    script_hash: str
    version: str


def dress(style: str, script: str) -> Dress:
    """Give a page's own style and script, with their hashes, for its template."""
    return Dress(
        # Our own files, not text from outside.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        style_hash=_digest(style),
        script_hash=_digest(script),
        version=sayso.__version__,
    )


def environment() -> Environment:
    """Give what renders the templates, everything escaped."""
    made = Environment(
        loader=PackageLoader("sayso.views.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["exactly"] = escape_exactly
    made.filters["count"] = count
    return made


def escape_exactly(text: str) -> Markup:
    """Escape text so that a browser keeps each character: it would turn CR into LF, and drop NUL.

    NUL has no place in HTML and is shown as U+FFFD, halves of surrogate pairs likewise.
    """
    whole = text.replace("\0", "\ufffd").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    # Escaped on this very line; the reference to CR is our own.
    return Markup(escape(whole).replace("\r", Markup("&#13;")))  # noqa: S704


def read_static(name: str) -> str:
    """Give one of our own files of style or script."""
    return (resources.files("sayso.views.web") / "static" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
