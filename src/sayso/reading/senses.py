"""The places a name may stand for: mentions of one name gathered to a sense, and the candidates for each.

Takes the mentions of a report with their surroundings and a gazetteer, gives the senses. In one report a name means one
place, unless two larger places are named that it is said to lie in. Decides nothing about which candidate is meant.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

import attrs

from sayso.knowledge import Entry, Gazetteer, NameKind, PlaceWords
from sayso.knowledge.placewords import Sort, fold_name
from sayso.reading.bearings import Anchor, find_anchor, fits
from sayso.reading.hints import Found, Surroundings
from sayso.reading.toponyms import PlaceMention
from sayso.vocabulary import PlaceKind, Span

MOST_FORMS = 6
# Of each name the most populous are kept, and such as lie in a larger place that the report names or where a hint says.
MOST_LEADING = 12
MOST_CANDIDATES = 40
# So many places of an anchor's name are tried where a hint tells which of very many places to keep.
MOST_ANCHORS = 3
FIRST_ORDER, SECOND_ORDER, STATE = "admin1:", "admin2:", "country:"
AREAS = frozenset((PlaceKind.DIVISION, PlaceKind.COUNTRY, PlaceKind.REGION))
FITTING: Mapping[Sort, frozenset[PlaceKind]] = {
    Sort.SETTLEMENT: frozenset((PlaceKind.SETTLEMENT,)),
    Sort.DIVISION: AREAS,
    Sort.DISTRICT: frozenset((PlaceKind.DIVISION,)),
    Sort.COUNTRY: AREAS,
    Sort.REGION: AREAS,
    Sort.WATER: frozenset((PlaceKind.WATER,)),
    Sort.FACILITY: frozenset((PlaceKind.FACILITY,)),
    Sort.SECTOR: frozenset(PlaceKind),
}
# What such words beside a name speak of is often named after the place, and not the place itself: `Vilne airport`.
NAMESAKES = frozenset((Sort.WATER, Sort.FACILITY))


@attrs.frozen(kw_only=True)
class Candidate:
    """A place that may be meant.

    ``form`` is the number of the name that met it, 0 for all that are as good as the first; ``is_state`` tells of a
    known name.
    """

    entry: Entry
    form: int
    is_state: bool = False


@attrs.frozen(kw_only=True)
class Sense:
    """A name in one report: the numbers of its mentions, what is told of it, and the places it may be.

    ``is_excluded``: places have this name, but none of the kind that the words call it.
    """

    name: str
    mentions: tuple[int, ...]
    sort: Sort | None
    is_adjective: bool
    candidates: tuple[Candidate, ...]
    is_excluded: bool = False


def gather_senses(
    text: str,
    mentions: Sequence[PlaceMention],
    surroundings: Sequence[Surroundings],
    words: PlaceWords,
    gazetteer: Gazetteer,
    language: str,
) -> tuple[Sense, ...]:
    """Gather the mentions of each name, in the order of the first of each, and look it up once."""
    mentions = tuple(_settle(mentions))
    groups = [
        (_key(mentions[numbers[0]], surroundings[numbers[0]]), numbers) for numbers in _group(mentions, surroundings)
    ]
    raw = [
        tuple(_look_up(text, mentions[numbers[0]], surroundings[numbers[0]], words, gazetteer, language))
        for _, numbers in groups
    ]
    named = set(_named_areas(raw))
    of_mention = {number: at for at, (_, numbers) in enumerate(groups) for number in numbers}
    senses = []
    for (_, numbers), met in zip(groups, raw, strict=True):
        mention, around = mentions[numbers[0]], surroundings[numbers[0]]
        sort = _strict_sort(mention, around)
        is_own = around.sort_span is not None and _within(around.sort_span, mention.span)
        found = tuple(_without_capitals(met, sort))
        fitting = [one for one in found if _fits(one, sort, is_own=is_own)]
        if not fitting and not is_own and (sort in NAMESAKES or _is_of_state(found, sort)):
            sort, fitting = None, list(found)
        told = [hint for number in numbers for hint in surroundings[number].hints]
        hinted = _Hinted([(hint, [raw[of_mention[one]] for one in hint.anchors]) for hint in told])
        senses.append(
            Sense(
                name=mention.names[0],
                mentions=tuple(numbers),
                sort=sort,
                is_adjective=mention.is_adjective or _is_people(mention, words),
                candidates=tuple(_keep(fitting, named, hinted)),
                is_excluded=bool(found) and not fitting,
            )
        )
    return tuple(senses)


def _without_capitals(found: Sequence[Candidate], sort: Sort | None) -> Iterator[Candidate]:
    """Leave out a town to which the name of its own state is but another name: `Mexico` is not Mexico City."""
    states = {one.entry.country for one in found if one.is_state and one.entry.kind is PlaceKind.COUNTRY}
    for one in found:
        is_town = one.entry.kind is PlaceKind.SETTLEMENT and one.entry.name_kind is NameKind.ALTERNATE
        if not (is_town and one.entry.country in states) or sort is Sort.SETTLEMENT:
            yield one


def _is_of_state(found: Sequence[Candidate], sort: Sort | None) -> bool:
    """Tell whether a state's name stands beside a word for a district that is not its own: `U.S. District Judge`."""
    return sort is Sort.DISTRICT and any(one.is_state for one in found)


def _settle(mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Let a mention that may be of several names as well be of the one that another mention alone is of."""
    plain = {one.names[0].casefold() for one in mentions if one.equals == 1}
    for mention in mentions:
        level = mention.names[: mention.equals] if mention.equals > 1 else ()
        told = next((name for name in level if name.casefold() in plain), None)
        yield attrs.evolve(mention, names=tuple(dict.fromkeys((told, *mention.names))), equals=1) if told else mention


def _key(mention: PlaceMention, around: Surroundings) -> tuple[str, Sort | None, bool]:
    sort = _strict_sort(mention, around)
    is_area = sort not in {None, Sort.SETTLEMENT, Sort.SECTOR}
    return mention.names[0].casefold(), sort if is_area else None, mention.is_adjective


def _group(mentions: Sequence[PlaceMention], surroundings: Sequence[Surroundings]) -> Iterable[list[int]]:
    """Put the mentions of a name together; those said to lie in different places are parted."""
    groups: dict[tuple[str, Sort | None, bool], list[tuple[str | None, list[int]]]] = {}
    for number, (mention, around) in enumerate(zip(mentions, surroundings, strict=True)):
        held = _name_container(mentions, around)
        parts = groups.setdefault(_key(mention, around), [])
        at = next((at for at, (other, _) in enumerate(parts) if held is not None and other == held), None)
        if at is None and parts and (held is None or parts[-1][0] is None):
            at = len(parts) - 1
        if at is None:
            parts.append((held, [number]))
        else:
            part = parts.pop(at)
            parts.append((part[0] or held, [*part[1], number]))
    return sorted((numbers for parts in groups.values() for _, numbers in parts), key=lambda numbers: numbers[0])


def _name_container(mentions: Sequence[PlaceMention], around: Surroundings) -> str | None:
    container = around.container
    if container is None or (container.key is None and not container.is_stated):
        return None
    return container.key or mentions[container.mention or 0].names[0].casefold()


def _strict_sort(mention: PlaceMention, around: Surroundings) -> Sort | None:
    """Give the sort that the place itself must have; words beside an adjective speak of something named after it."""
    beside = around.sort_span is None or not _within(around.sort_span, mention.span)
    return None if beside and mention.is_adjective and around.sort in NAMESAKES else around.sort


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_people(mention: PlaceMention, words: PlaceWords) -> bool:
    name = fold_name(mention.names[0])
    return name in words.peoples and name not in words.states


def _look_up(
    text: str,
    mention: PlaceMention,
    around: Surroundings,
    words: PlaceWords,
    gazetteer: Gazetteer,
    language: str,
) -> Iterator[Candidate]:
    """Give the places that have one of the names, those of the first name first, each once."""
    bare = text[around.bare.start : around.bare.end]
    forms = list(dict.fromkeys((*mention.names[:MOST_FORMS], bare)))
    seen: set[str] = set()
    for number, form in enumerate(forms):
        key = _known_key(form, words)
        state = gazetteer.by_key(key) if key else None
        found = [(state, True)] if state else []
        for entry, is_state in (*found, *((one, False) for one in gazetteer.find(form, language=language))):
            if entry.key not in seen:
                seen.add(entry.key)
                yield Candidate(entry=entry, form=max(0, number + 1 - mention.equals), is_state=is_state)


def _known_key(form: str, words: PlaceWords) -> str | None:
    """Give the key of what a short name, or the name or people of a state, stand for.

    A country within a state (`Scotland`) speaks for its state as a source, and is itself as a place.
    """
    name = fold_name(form)
    code = words.states.get(name) or words.peoples.get(name)
    return words.short.get(name) or (f"{STATE}{code}" if code else None)


def _fits(one: Candidate, sort: Sort | None, *, is_own: bool) -> bool:
    """Tell whether a place is of the sort that words call it; one that has those very words in its name always is."""
    if sort is None or (is_own and one.form == 0):
        return True
    is_first = one.entry.key.startswith(FIRST_ORDER)
    return one.entry.kind in FITTING[sort] and not (sort is Sort.DISTRICT and is_first)


def _named_areas(raw: Iterable[Sequence[Candidate]]) -> Iterator[tuple[str | None, str | None]]:
    """Give the countries and first-order divisions that stand first among the candidates of a name."""
    for found in raw:
        for one in found[:2]:
            if one.entry.kind is PlaceKind.DIVISION:
                yield one.entry.country, one.entry.admin1
            elif one.entry.kind is PlaceKind.COUNTRY:
                yield one.entry.country, None


class _Hinted:
    """Tells whether a place lies where a hint says, counted from any of the places its anchors may be."""

    def __init__(self, told: Iterable[tuple[Found, Sequence[Sequence[Candidate]]]]) -> None:
        self._told = [(hint, tuple(product(*map(_anchors, found)))) for hint, found in told]

    def __call__(self, entry: Entry) -> bool:
        return any(fits(hint, entry, anchors) for hint, several in self._told for anchors in several)


def _anchors(found: Sequence[Candidate]) -> list[Anchor]:
    anchors = (find_anchor(one.entry) for one in found if one.entry.kind not in AREAS)
    return [one for one in anchors if one][:MOST_ANCHORS]


def _keep(
    found: Sequence[Candidate], named: set[tuple[str | None, str | None]], hinted: Callable[[Entry], bool]
) -> Iterator[Candidate]:
    kept = 0
    for number, one in enumerate(found):
        areas = {(one.entry.country, one.entry.admin1), (one.entry.country, None)}
        is_named = kept < MOST_CANDIDATES and bool(areas & named)
        if number < MOST_LEADING or is_named or hinted(one.entry):
            kept += 1
            yield one
