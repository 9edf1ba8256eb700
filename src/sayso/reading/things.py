"""Claims -> what each is about: the words that name it, with a code that is one for all languages.

Takes a reading with claims. Of words that several rows would take the longest wins. What no row names has no code:
nothing is guessed from its letters. Linear in the text.
"""

from bisect import bisect_left
from collections.abc import Sequence

import attrs

from sayso.knowledge import list_things, load_things
from sayso.vocabulary import Reading, Span, Thing


def add_things(reading: Reading) -> Reading:
    """Give a reading whose claims hold what they are about, where the words of its language are known."""
    if not reading.claims:
        return reading
    found = find_things(reading.report.text, reading.lang)
    if not found:
        return reading
    starts = [one.span.start for one in found]
    kept = [_keep_within(found, starts, claim.content) for claim in reading.claims]
    claims = [
        attrs.evolve(claim, things=own) if own else claim for claim, own in zip(reading.claims, kept, strict=True)
    ]
    return attrs.evolve(reading, claims=tuple(claims))


def find_things(text: str, language: str) -> tuple[Thing, ...]:
    """Give all that a text names, in order; none where the words of its language are not known."""
    if language not in list_things():
        return ()
    found = load_things(language).find(text)
    return tuple(Thing(span=Span(start=start, end=end), code=row.code) for start, end, row in found)


def _keep_within(found: Sequence[Thing], starts: Sequence[int], content: Sequence[Span]) -> tuple[Thing, ...]:
    """Give the things whose words lie within the content of a claim, in the order of the text."""
    return tuple(
        found[place]
        for span in sorted(content)
        for place in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        if found[place].span.end <= span.end
    )
