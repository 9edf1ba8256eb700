"""What the text marks, its quotations and its sentences -> statements: words that are claimed, not yet by whom.

Every attribution is a statement. A quotation that nothing attributes goes to the statement it continues, or becomes one
whose speaker is carried over. Of what is left, a sentence that names nobody in particular (`it was reported`) is
agentless, one that only remarks on others is none, and the rest the report says in its own voice.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import attrs

from sayso.knowledge import Language
from sayso.knowledge.people import load_people
from sayso.knowledge.rows import Number
from sayso.reading.attribution import Marked, MarkedSource, merge_spans, overlap
from sayso.reading.clause_parts import part_clauses
from sayso.reading.clauses import WORD, trim
from sayso.reading.interviews import Answer, find_answers
from sayso.reading.nested import find_inserted, find_nested, find_speaker
from sayso.reading.quotations import Quotation, find_overlapping
from sayso.reading.quoted_statements import continue_quotations, is_whole, part_quotations
from sayso.reading.relayed import find_cited, find_document, find_hearer, find_told, is_writer, part_cited
from sayso.reading.rest import read_rest
from sayso.reading.short_reports import read_short
from sayso.reading.shown import is_only_shown, read_deeds
from sayso.reading.statement import Statement
from sayso.vocabulary import Act, LinkKind, Relay, Span, Stance

FEWEST_WORDS = 3
CARRIERS = frozenset((LinkKind.CHANNEL, LinkKind.OUTLET))
# What stands in quotation marks that alone were marked.
TITLE = re.compile('[\u00ab\u201c\u201e"]([^\u00ab\u00bb\u201c\u201d"\n]{2,60})[\u00bb\u201d\u201c"]')
LONGEST_BETWEEN = 4
LONGEST_OPENING = 4
# How far from an attribution, within its sentence, more of it is looked for, in characters.
FARTHEST = 300
# How far behind a cue the words may end that make it a remark, in characters.
BESIDE = 30
DENYING = frozenset((Stance.DENIES, Stance.DOUBTS))


def make_statements(
    text: str,
    marked: Sequence[Marked],
    quotations: Sequence[Quotation],
    sentences: Sequence[Span],
    language: Language,
) -> tuple[Statement, ...]:
    """Give the statements of a text in the order of their first word."""
    spoken = [one.span for one in quotations if one.is_speech]
    telling = [one for one in marked if not is_only_shown(text, one, language)]
    said, denied = read_short(text, telling, sentences, spoken, language)
    attributed = [
        _look_within(text, part, sentences, language)
        for one in said
        if not _is_remark(text, one, language) and (statement := _from_marked(text, one, sentences, spoken, language))
        for part in part_clauses(text, statement, spoken, language)
    ]
    attributed += (*denied, *read_deeds(text, said, sentences, language))
    taken = merge_spans(span for one in attributed for span in one.spans)
    free = [span for span in spoken if not find_overlapping(taken, span) and is_whole(text, span, sentences)]
    continued = continue_quotations(text, attributed, free)
    joined = [part for one in continued for part in part_quotations(text, one, sentences, language)]
    rest = read_rest(text, sentences, [span for one in joined for span in one.spans], language)
    carried = _carry(sorted((*joined, *rest), key=lambda one: (one.start, one.content[0].end)), spoken)
    return _give_answers(text, carried, language)


def _give_answers(text: str, statements: tuple[Statement, ...], language: Language) -> tuple[Statement, ...]:
    """Put whoever is interviewed before the sources of what stands in the answers; what has none is his own."""
    answers = find_answers(text, language)
    starts = [one.line for one in answers]
    given = []
    for one in statements:
        place = bisect_right(starts, one.start) - 1
        is_answer = place >= 0 and one.start < answers[place].span.end and one.carries is None
        given.append(_give_answer(text, one, answers[place], language) if is_answer else one)
    return tuple(given)


def _give_answer(text: str, one: Statement, answer: Answer, language: Language) -> Statement:
    """Make a statement of an answer: without the label of its line, and said by who answers."""
    begin = answer.span.start
    content = tuple(
        cut for span in one.content if span.end > begin and (cut := attrs.evolve(span, start=max(span.start, begin)))
    )
    sources = [each for each in one.sources if each.span.start >= begin and not is_writer(text, each.span, language)]
    speaker = MarkedSource(span=answer.speaker, score=0.5, traits={})
    cue = tuple(span for span in one.cue if span.start >= begin)
    return attrs.evolve(one, content=content or one.content, cue=cue, sources=(speaker, *sources), is_agentless=False)


def _from_marked(
    text: str, marked: Marked, sentences: Sequence[Span], spoken: Sequence[Span], language: Language
) -> Statement | None:
    """Make a statement of an attribution; None where what it claims is no more than a name.

    What is not quoted and stands in another sentence than the cue is left to be read by itself, unless the words around
    say that they belong together.
    """
    content = _keep_content(text, marked, sentences, spoken, language)
    words = [word for span in content for word in WORD.findall(span.cut(text))]
    if not words or (len(words) == 1 and (words[0][0].isupper() or _only_opens(text, content[0], language))):
        return None
    named = [_narrow(text, one, language) for one in marked.sources]
    sources, cue = tuple(each for one in named for each in _part_cited(text, one, language)), marked.cue
    if cue and sources and not marked.around:
        sources = _complete(text, sources, cue, content, sentences, language)
    if _is_agentless(text, cue, sources, language):
        (whole,) = merge_spans((*cue, Span(start=cue[0].start, end=sources[0].span.end)))
        return Statement(content=content, cue=(whole,), act=marked.act, score=marked.score, is_agentless=True)
    others = tuple(one for one in sources if not is_writer(text, one.span, language))
    if sources and not others and not find_overlapping(spoken, content[0]):
        around = tuple(merge_spans((*cue, sources[0].span)))
        return Statement(content=content, traits=marked.traits, stance=marked.stance, around=around)
    hearer = find_hearer(text, cue, content[0], language)
    to_writer = hearer is not None and is_writer(text, hearer, language)
    return Statement(
        content=content,
        cue=cue,
        sources=others or sources,
        act=Act.SPEECH if _is_spoken(text, content[0], spoken) else marked.act,
        score=marked.score,
        traits=marked.traits,
        hearer=None if to_writer else hearer,
        is_first_hand=to_writer or 0 < len(others) < len(sources),
        stance=marked.stance,
        around=marked.around,
    )


def _only_opens(text: str, content: Span, language: Language) -> bool:
    """Tell whether a single word is but the article of the next: `said nothing about [the] station`.

    An article opens one thing and several; what points (`this`) may stand for what was said.
    """
    determiners = load_people(language.code).determiners.find(text, content.start, content.end)
    is_article = any(end == content.end and row.number is Number.ANY for _, end, row in determiners)
    behind = text[content.end : content.end + 2]
    return is_article and len(behind) > 1 and behind[0] == " " and behind[1].isalpha()


def _keep_content(
    text: str, marked: Marked, sentences: Sequence[Span], spoken: Sequence[Span], language: Language
) -> tuple[Span, ...]:
    """Give what an attribution claims, trimmed, without what is left to be read by itself."""
    trimmed = (_trim_content(text, span, spoken, language) for span in marked.content)
    cues = () if marked.around else marked.cue
    cued = [sentence for span in cues for sentence in find_overlapping(sentences, span)]
    kept = [
        span
        for span in trimmed
        if span is not None and (not cued or find_overlapping(spoken, span) or any(overlap(span, one) for one in cued))
    ]
    return _leave_far(merge_spans(kept), cued, sentences)


def _is_spoken(text: str, content: Span, spoken: Sequence[Span]) -> bool:
    """Tell whether a colon leads to words in quotation marks: somebody says them, whatever the cue is."""
    is_quoted = any(one.start == content.start for one in find_overlapping(spoken, content))
    return is_quoted and text[max(0, content.start - LONGEST_OPENING) : content.start].rstrip().endswith(":")


def _is_agentless(text: str, cue: Sequence[Span], sources: Sequence[MarkedSource], language: Language) -> bool:
    """Tell whether cue and source are words that attribute to nobody in particular: `according to reports`."""
    if len(cue) != 1 or len(sources) != 1 or cue[0].end > sources[0].span.start:
        return False
    start, end = cue[0].start, sources[0].span.end
    return any((start, end) == (first, last) for first, last, _ in language.agentless.find(text, start, end))


def _part_cited(text: str, source: MarkedSource, language: Language) -> Iterator[MarkedSource]:
    """Give a source, or the two that its span holds."""
    spans = part_cited(text, source.span, language)
    if spans == (source.span,):
        yield source
        return
    yield from (attrs.evolve(source, span=span, traits={}) for span in spans)


def _trim_content(text: str, span: Span, spoken: Sequence[Span], language: Language) -> Span | None:
    """Trim what is claimed, but keep the dash that opens speech."""
    trimmed = trim(text, span, language.openers)
    if trimmed is None:
        return None
    start = next((one.start for one in find_overlapping(spoken, trimmed)), trimmed.start)
    is_opened = 0 < trimmed.start - start <= LONGEST_OPENING and not any(map(str.isalnum, text[start : trimmed.start]))
    return attrs.evolve(trimmed, start=start) if is_opened else trimmed


def _leave_far(content: Sequence[Span], cued: Sequence[Span], sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Leave out what another sentence, of which nothing is claimed, parts from the sentence of the cue."""
    if not cued or len(content) < len(("near", "far")):
        return tuple(content)
    starts = [one.start for one in (*content, *cued)]
    ends = [one.end for one in (*content, *cued)]
    near: list[Span] = []
    for sentence in find_overlapping(sentences, Span(start=min(starts), end=max(ends))):
        is_held = sentence in cued or any(overlap(one, sentence) for one in content)
        if is_held:
            near.append(sentence)
        elif near and near[-1].start < cued[-1].start:
            near = []
        else:
            break
    if not near:
        return tuple(content)
    return tuple(one for one in content if one.start < near[-1].end and near[0].start < one.end)


def _complete(
    text: str,
    sources: tuple[MarkedSource, ...],
    cue: Sequence[Span],
    content: Sequence[Span],
    sentences: Sequence[Span],
    language: Language,
) -> tuple[MarkedSource, ...]:
    """Add to the sources of a sentence those that its words name beside them: an outlet that was told, a speaker."""
    (sentence, *_) = find_overlapping(sentences, cue[0]) or (Span(start=cue[0].start, end=content[-1].end),)
    spans = [one.span for one in sources]
    sentence = _cut_near(sentence, (*cue, *content, *spans))
    speaker = find_speaker(text, sentence, content[0], spans, language)
    speaker = speaker or find_inserted(text, sentence, content[0], spans, language)
    behind = [speaker] if speaker is not None else [*find_document(text, sentence, content, spans, language)]
    if not behind and (cited := find_cited(text, sentence, content, spans, language)) is not None:
        behind = [cited]
    told = find_told(text, sentence, content, spans, language)
    before = [told] if told is not None else []
    added = [[MarkedSource(span=one, score=0.5, traits={}) for one in some] for some in (before, behind)]
    return (*added[0], *sources, *added[1])


def _cut_near(sentence: Span, spans: Sequence[Span]) -> Span:
    """Give what of a sentence lies around some spans: an unclosed mark can make a sentence of a whole report."""
    first, last = min(one.start for one in spans), max(one.end for one in spans)
    start, end = max(sentence.start, first - FARTHEST), min(sentence.end, last + FARTHEST)
    return Span(start=start, end=end) if start < end else sentence


def _look_within(text: str, made: Statement, sentences: Sequence[Span], language: Language) -> Statement:
    """Put the source behind the one that is marked where what it says begins with what another said."""
    around = find_overlapping(sentences, made.content[0])
    is_told = bool(made.sources and made.cue) and len(around) == 1 and made.content[-1].end <= around[0].end
    if not is_told or not text[made.start].isalnum() or _is_denial(text, made, language):
        return made
    marks = (*made.cue, *(one.span for one in made.sources))
    near = _cut_near(around[0], (*marks, *made.content))
    nested = find_nested(text, near, made.content, marks, language)
    if nested is None:
        return made
    source = MarkedSource(span=nested.source, score=0.5, traits={})
    cue = tuple(merge_spans((*made.cue, nested.cue)))
    return attrs.evolve(made, content=(nested.content,), cue=cue, sources=(*made.sources, source), traits={})


def _is_denial(text: str, made: Statement, language: Language) -> bool:
    """Tell whether what is said is not taken for so: a report that is denied was not made."""
    return made.stance in DENYING or language.stance_of([one.cut(text) for one in made.cue]) in DENYING


def _narrow(text: str, source: MarkedSource, language: Language) -> MarkedSource:
    """Take the channel for the source where a post on it is named and nobody as its author, a title for its mark."""
    span = source.span
    if not any(map(str.isalnum, span.cut(text))):
        found = TITLE.match(text, span.start)
        return attrs.evolve(source, span=Span(start=found.start(1), end=found.end(1))) if found else source
    nouns = [(start, end, row.kind) for start, end, row in language.roles.find(text, span.start, span.end)]
    if len(nouns) < len(("post", "channel")) or nouns[0][2] is not LinkKind.DOCUMENT or nouns[-1][2] not in CARRIERS:
        return source
    if any(row.relay is Relay.AUTHORED for _, _, row in language.relays.find(text, span.start, span.end)):
        return source
    joining = WORD.search(text, nouns[0][1], nouns[-1][0])
    start = text.find(" ", joining.end(), nouns[-1][0]) + 1 if joining else 0
    return attrs.evolve(source, span=Span(start=start, end=span.end)) if start else source


def _is_remark(text: str, marked: Marked, language: Language) -> bool:
    """Tell whether a cue says that nothing was said: `declined to say`."""
    return any(
        start < span.end
        for span in marked.cue
        for start, _, _ in language.remarks.find(text, span.start, min(len(text), span.end + BESIDE))
    )


def _carry(ordered: Sequence[Statement], spoken: Sequence[Span]) -> tuple[Statement, ...]:
    """Let quotations without a cue take over the speaker before them, or the one their paragraph names behind them."""
    carried: list[Statement] = []
    last: int | None = None
    for place, one in enumerate(ordered):
        around = () if one.cue else find_overlapping(spoken, one.content[0])
        whole = any(quote.start <= one.start and one.content[0].end <= quote.end for quote in around)
        if whole and last is not None and place - last <= LONGEST_BETWEEN:
            carried.append(attrs.evolve(one, carries=last))
            continue
        if one.sources and not one.is_agentless:
            last = place
        carried.append(one)
    return tuple(carried)
