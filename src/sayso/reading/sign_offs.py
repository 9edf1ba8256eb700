"""What a post ends with and claims nothing: how to subscribe, links, handles and hashtags.

Takes a stretch of a text and the words of its language, tells whether it is no more than that.
"""

import re

from sayso.knowledge import Beside, Language
from sayso.vocabulary import Act, Span

# A link, handle or hashtag; hashtags may have hyphens in them.
REFERENCE = re.compile(r"(?:https?://|www\.|t\.me/)\S+|[@#]\w[\w-]*")
WORD = re.compile(r"\w+")
# A stretch with more words than this besides the ones that tell says something of its own.
MOST_WORDS = 6
LONGEST = 400


def is_sign_off(text: str, span: Span, language: Language) -> bool:
    """Tell whether a stretch claims nothing: references alone, or few words that begin or end with a sign-off.

    What says that somebody speaks is none.
    """
    if span.end - span.start > LONGEST:
        return False
    references = [one.span() for one in REFERENCE.finditer(text, span.start, span.end)]
    words = [
        one.span()
        for one in WORD.finditer(text, span.start, span.end)
        if not any(start <= one.start() < end for start, end in references)
    ]
    if not words:
        return bool(references)
    if language.act_of(span.cut(text).replace(":", " ")) is Act.SPEECH:
        return False
    return any(
        bool(references) or row.beside is Beside.ANYTHING
        for start, end, row in language.sign_offs.find(text, span.start, span.end)
        if (words[0][0] >= start or words[-1][1] <= end)
        and sum(not start <= one < end for one, _ in words) <= MOST_WORDS
    )
