"""Where a name that begins at a word ends: in quotation marks, or with the last capital and what joins its halves.

Takes the words of a report and the first of a name, gives the word behind its last.
"""

from sayso.knowledge.people import Mark
from sayso.reading.terms import OPENING, Terms, closes
from sayso.vocabulary import LinkKind

LONGEST_QUOTED = 6


def end_of_quoted(terms: Terms, first: int, stop: int) -> int | None:
    """Give the end of what stands in quotation marks that open right before a word; None where none do."""
    start = terms.starts[first]
    if start == 0 or terms.text[start - 1] not in OPENING:
        return None
    for word in range(first, min(stop, first + LONGEST_QUOTED)):
        if closes(terms.text, terms.words[word].end):
            return word + 1
    return None


def end_of_run(terms: Terms, first: int, stop: int) -> int:
    """Give the end of words with capitals, with initials, numbers and what joins the halves of a name between."""
    end = first + 1
    while end < stop:
        written = terms.words[end].written
        joins = end + 1 < stop and (written == "." or terms.relations.get(end)) and terms.is_capital(end + 1)
        dotted = written == "-" and terms.words[end - 1].end == terms.starts[end] and _joins_on(terms, end, stop)
        dotted = dotted or (written == "." and not terms.is_parted(end))
        if terms.is_capital(end) or written.isdigit() or dotted or _goes_on(terms, end):
            end += 1
        elif (joins and written != "." and joins_name(terms, end, stop)) or _is_whose_capital(terms, end, stop):
            end += 2
        else:
            break
    return end


def joins_name(terms: Terms, word: int, last: int) -> bool:
    """Tell whether a word joins two halves of one name: `Institute for Fiscal Choices`, `Vilne People's Voice`."""
    if _is_whose_capital(terms, word, last):
        return True
    noun = terms.nouns[word - 1]
    return (
        noun is not None
        and word + 1 < last
        and noun.kind is LinkKind.ORGANISATION
        and noun.last == word
        and terms.is_capital(word - 1)
        and terms.is_capital(word + 1)
        and terms.sides[word + 1] is None
        and word - noun.first < word
    )


def is_whose(terms: Terms, word: int) -> bool:
    """Tell whether a possessive ending stands behind those whom names call themselves after: `People's`."""
    is_ending = terms.words[word].folded in terms.nations.spelling.possessives and word > 0
    return is_ending and terms.is_capital(word - 1) and terms.marked(Mark.IN_NAME, word - 1, word) is not None


def _is_whose_capital(terms: Terms, word: int, last: int) -> bool:
    return is_whose(terms, word) and word + 1 < last and terms.is_capital(word + 1)


def _goes_on(terms: Terms, word: int) -> bool:
    """Tell whether a word is the rest of the one before it, behind an apostrophe that is part of it: `Мінздоров’я`."""
    one = terms.words[word]
    is_joined = one.folded[0] == "'" and len(one.folded) > 1 and terms.words[word - 1].end == one.start
    return is_joined and one.folded not in terms.nations.spelling.possessives


def _joins_on(terms: Terms, hyphen: int, stop: int) -> bool:
    """Tell whether a capital stands right behind a hyphen that initials were parted by: `J.-P.`."""
    after = hyphen + 1
    return after < stop and terms.starts[after] == terms.words[hyphen].end and terms.is_capital(after)
