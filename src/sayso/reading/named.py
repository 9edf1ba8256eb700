"""Whether the parts of a phrase name a source, by a name of its own making or another.

Takes the parts that describe one source and its kind, gives the naming with the rule that spoke and its words.
"""

from collections.abc import Sequence

from sayso.knowledge.people import Mark, Reference, Tie
from sayso.reading.evidence import Said
from sayso.reading.naming import Part, is_quoted
from sayso.reading.terms import Range, Terms
from sayso.vocabulary import LinkKind, Naming


def _number_of(terms: Terms, part: Part) -> Range | None:
    """Give the number that a body of a kind is told by (`the 38th Brigade`), right before the noun."""
    head = part.head
    if head is None or head.first <= part.range[0] or not terms.words[head.first - 1].written[0].isdigit():
        return None
    return head.first - 1, head.last


def naming_of(terms: Terms, parts: Sequence[Part], kind: LinkKind) -> Said:
    """Tell whether a source is named, and whether by a name of its own making."""
    for part in parts:
        if part.pseudonym and part.name:
            return Said(Naming.PSEUDONYMOUS, "naming: pseudonym", 0.95, part.name)
    if kind is LinkKind.ORGANISATION and (said := _naming_of_body(terms, parts[0])):
        return said
    for part in parts:
        if part.name and kind is LinkKind.GROUP and not _proper_words(terms, part):
            return Said(Naming.UNNAMED, "naming: a group by its description", 0.7, part.name)
        if part.name and kind is LinkKind.PERSON and is_quoted(terms, part.name):
            return Said(Naming.PSEUDONYMOUS, "naming: quoted", 0.7, part.name)
        if part.name:
            return Said(Naming.NAMED, "naming: name", 0.9, part.name)
    return Said(Naming.UNNAMED, "naming: no name", 0.9, parts[0].range)


def _naming_of_body(terms: Terms, part: Part) -> Said | None:
    if proper := _proper_words(terms, part) or _number_of(terms, part):
        return Said(Naming.NAMED, "naming: a body by its proper words", 0.7, proper)
    bare = _bare_body(terms, part)
    return Said(Naming.NAMED, "naming: the one body of its kind", 0.6, bare) if bare else None


def _bare_body(terms: Terms, part: Part) -> Range | None:
    """Give the words for a body of which each place has one, where no article is to tell (`Прокуратура сообщила`)."""
    head, first = part.head, part.range[0]
    if head is None or head.first < first or not terms.language.head_first or part.determiner is not None:
        return None
    marked = terms.marked(Mark.INSTITUTION, head.first, head.last)
    is_one = marked is not None and marked[1] == head.last and terms.is_capital(first)
    return (first, head.last) if is_one and not terms.tied(Tie.DESCRIBED, *part.range) else None


def _proper_words(terms: Terms, part: Part) -> Range | None:
    """Give the first word with a capital within a part that no word for something new opens; None for no such word."""
    if part.determiner is not None and part.determiner.reference is Reference.NEW:
        return None
    first, last = part.range
    opened = part.determiner is not None or (first > 0 and terms.words[first - 1].written not in ".!?")
    for word in range(first + (not opened), last):
        is_side = terms.sides[word] is not None and terms.known[word] is None and not part.is_institution
        is_title = terms.titles[word] is not None and part.name is None
        if terms.is_capital(word) and not is_side and not is_title and word not in terms.determiners:
            return word, word + 1
    return None
