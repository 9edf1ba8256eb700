"""What posts and briefs write in their own way, told apart before statements are made of what a text marks.

Sources in brackets, sentences that only say who told the one before, bodies before a colon or where they are, two
speakers in one sentence, denials by the words around them, what another said before, two things said in one breath:
each in a module of its own, called here in order.
"""

from collections.abc import Sequence

from sayso.knowledge import Language
from sayso.reading.attribution import Marked
from sayso.reading.brackets import read_brackets
from sayso.reading.conjoined import part_conjoined
from sayso.reading.denials import find_denied
from sayso.reading.joined import part_joined
from sayso.reading.led import mark_leads
from sayso.reading.speaking_bodies import lend_bodies
from sayso.reading.statement import Statement
from sayso.reading.told_back import read_told_back
from sayso.reading.unmarked import mark_bodies
from sayso.vocabulary import Span


def read_short(
    text: str, marked: Sequence[Marked], sentences: Sequence[Span], spoken: Sequence[Span], language: Language
) -> tuple[tuple[Marked, ...], tuple[Statement, ...]]:
    """Give what a text marks, told apart, and the statements of what the report itself takes back or denies."""
    told = read_told_back(text, read_brackets(text, marked, sentences, language), sentences, language)
    more = mark_bodies(text, told, sentences, language)
    lent = lend_bodies(text, more, sentences, language)
    told, own = find_denied(text, part_joined(text, lent, sentences, spoken, language), sentences, language)
    led = mark_leads(text, told, own, sentences, language)
    return part_conjoined(text, led, spoken, language), own
