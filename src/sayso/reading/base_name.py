"""The name of a source in its first form: `по словам Олега Верешкова` names Олег Верешков, `Генштабу ВСУ` Генштаб ВСУ.

Takes the words of a report and a part with a name, gives the name as it stands where it is the subject. A source of the
register is named by the alias that has the same words; a person by the rules of the language, and by what stands before
the name where it says whether that is another form. Where the form cannot be told the name is left as written.
"""

from sayso.knowledge import Gender
from sayso.knowledge.declension import load_declension
from sayso.knowledge.inflection import strip_signs
from sayso.knowledge.people import Mark
from sayso.knowledge.phrases import fold_word
from sayso.knowledge.world import Source
from sayso.reading.head_first import is_first_form
from sayso.reading.naming import Part
from sayso.reading.terms import STOPS, Range, Terms
from sayso.vocabulary import LinkKind, Span


def base_name(terms: Terms, part: Part, name: Range, written: Span, kind: LinkKind, gender: Gender) -> str | None:
    """Give a name in its first form; ``written``: where it stands. None where it is, or is taken to be, as written."""
    text = written.cut(terms.text)
    if part.known and part.name == name:
        return _alias(terms, part.known, text)
    if kind is LinkKind.PERSON and not part.pseudonym and not part.is_state:
        words = [word.written for word in terms.words[slice(*name)]]
        found = load_declension(terms.language.code).base_of(
            words, gender=gender, is_other=_is_other(terms, part, name)
        )
        if found is None or not all(word[0].isalpha() for word in words):
            return None
        for word, base in zip(words, found, strict=True):
            text = text.replace(word, base, 1)
        return text
    return None


def _alias(terms: Terms, source: Source, text: str) -> str | None:
    """Give the name or alias of a source that the words written are a form of; None where it stands as it is."""
    spelling = terms.register.names.spelling
    keys = [word.key for word in spelling.words(text)]
    names = (source.name, *source.aliases)
    if not terms.nations.spelling.endings or text in names:
        return None
    return next((one for one in names if [word.key for word in spelling.words(one)] == keys), None)


def _is_other(terms: Terms, part: Part, name: Range) -> bool | None:
    """Tell whether what stands before a name shows it in another form than the first; None where nothing does."""
    noun = part.head if part.head and part.head.last <= name[0] else None
    if noun is not None:
        return not is_first_form(terms, noun)
    title = part.title
    if title is not None:
        first = strip_signs(title.row.title).split("|")[0].removeprefix("=")
        return _written(terms, title.first, title.last) != fold_word(first)
    begin = part.range[0]
    views = {last for _, last in terms.marks.get(Mark.VIEW, ())}
    joined = next((one for one in (terms.relations.get(begin - 1),) if one), None)
    return True if begin in views or (joined is not None and joined[1] in STOPS) else None


def _written(terms: Terms, first: int, last: int) -> str:
    return " ".join(word.folded for word in terms.words[first:last])
