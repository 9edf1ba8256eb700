"""Two statements -> how alike they are: small rules, each of which gives reasons, put together into one score."""

from collections.abc import Callable, Iterable, Mapping
from inspect import cleandoc

from sayso.vocabulary import Comparison, Reason, Span
from sayso.weighing.denial_rules import compare_denial
from sayso.weighing.evidence import BAR, BY_SUBJECT, give, score_of
from sayso.weighing.figure_rules import compare_figures
from sayso.weighing.side_rules import compare_sides
from sayso.weighing.statement import Statement, order_of
from sayso.weighing.traits import Traits, traits_of
from sayso.weighing.what_rules import compare_hands, compare_kinds, compare_standing
from sayso.weighing.when_rules import compare_days, compare_publication, compare_spells
from sayso.weighing.where_rules import compare_places
from sayso.weighing.word_rules import compare_sources, compare_things, compare_wording, compare_words

Rule = Callable[[Traits, Traits], Reason | None]
# Content of two claims of one report that overlaps so far is the same words.
SAME_CONTENT = 0.5
# Of content in more stretches the first are compared.
MOST_STRETCHES = 20


def compare_report(one: Traits, other: Traits) -> Reason | None:
    """Two claims of one report are two claims, unless they are the very same words, told of two sources."""
    if one.statement.report.id != other.statement.report.id:
        return None
    left, right = one.statement, other.statement
    rule = "the very same words" if share_content(left, right) >= SAME_CONTENT else "two claims of one report"
    return give(rule, (left, left.claim.content[0]), (right, right.claim.content[0]))


# In the order in which they are told to people, by what they are about.
RULES: Mapping[str, Rule] = {
    "places": compare_places,
    "kinds": compare_kinds,
    "hands": compare_hands,
    "standing": compare_standing,
    "denial": compare_denial,
    "sides": compare_sides,
    "figures": compare_figures,
    "things": compare_things,
    "words": compare_words,
    "wording": compare_wording,
    "days": compare_days,
    "spells": compare_spells,
    "publication": compare_publication,
    "sources": compare_sources,
    "report": compare_report,
}
# The rules that are told before those that bar, and behind them those that are told after.
BEFORE = tuple(RULES[subject] for subject in ("places", "kinds"))
# These may bar two statements from being one; then no other rule is asked.
BARRING = tuple(RULES[subject] for subject in ("hands", "standing", "denial", "sides", "figures"))
AFTER = tuple(RULES.values())[len(BEFORE) + len(BARRING) :]
# What the rule behind each reason says of itself.
SAYINGS: Mapping[str, str] = {
    reason: cleandoc(rule.__doc__ or "") for subject, rule in RULES.items() for reason in BY_SUBJECT[subject]
}


def compare(one: Statement, other: Statement) -> Comparison:
    """Tell how alike two statements are. The order of the two changes nothing."""
    return compare_traits(traits_of(one), traits_of(other))


def compare_traits(one: Traits, other: Traits) -> Comparison:
    """Tell how alike two statements are, of which the traits are known."""
    first, second = sorted((one, other), key=lambda traits: order_of(traits.statement))
    return compare_ordered(first, second)


def compare_ordered(one: Traits, other: Traits) -> Comparison:
    """Tell how alike two statements are, of which the traits are known and the first comes first in `order_of`.

    What bars them from being one is all that is told then; no more is looked for.
    """
    barring = [found for rule in BARRING if (found := rule(one, other)) is not None]
    if barred := [found for found in barring if found.score <= BAR]:
        return Comparison(one=one.statement.id, other=other.statement.id, score=0.0, reasons=tuple(barred))
    before = [found for rule in BEFORE if (found := rule(one, other)) is not None]
    after = [found for rule in AFTER if (found := rule(one, other)) is not None]
    reasons = (*before, *barring, *after)
    return Comparison(one=one.statement.id, other=other.statement.id, score=score_of(reasons), reasons=reasons)


def share_content(one: Statement, other: Statement) -> float:
    """Give how much of the content of two statements of one report is in the same place, 0 to 1."""
    content, its_content = one.claim.content[:MOST_STRETCHES], other.claim.content[:MOST_STRETCHES]
    shared = 0
    for first in content:
        for second in its_content:
            start, end = max(first.start, second.start), min(first.end, second.end)
            shared += end - start if start < end else 0
    return shared / max(_length(content), _length(its_content)) if shared else 0.0


def _length(content: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in content)
