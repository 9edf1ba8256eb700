"""Rules on how many: whether two statements give one figure."""

from collections.abc import Iterable
from itertools import product

from sayso.vocabulary import Approximation, Quantity, Reason
from sayso.weighing.evidence import give
from sayso.weighing.figures import Amount, end_of
from sayso.weighing.polarity import is_against
from sayso.weighing.traits import Traits

# How far two figures may lie apart where one of them is told as rounded.
ROUNDING = 0.1
BLURRED = (Approximation.ABOUT, Approximation.VAGUE)
# Small numbers meet by chance, and so do round ones: what an equal figure weighs, as a share of its weight.
FEW = 3
LARGE = 13


def compare_figures(one: Traits, other: Traits) -> Reason | None:
    """Both give the same figure, or another: a claim with another figure is another claim.

    Figures are held against each other where they count the same thing, with the same end: killed against killed.
    `about 90,000` and `90,000` are the same, `5` and `at least 3` are not. Dozens go with any number that they may be.
    """
    if not one.counts or not other.counts:
        return _compare_one(one, other)
    same = [
        (left, right)
        for left, right in product(one.counts, other.counts)
        if _may_be_one(left, right) and is_same_figure(left, right)
    ]
    if same:
        left, right = max(same, key=lambda pair: _tells(pair[0]))
        words = (one.statement, left.span), (other.statement, right.span)
        return give("the same figure", *words, strength=_tells(left))
    mine, theirs = one.figures, other.figures
    if any(key in theirs and figures_conflict(amounts, theirs[key]) for key, amounts in mine.items()):
        return give("another figure", (one.statement, one.counts[0].span), (other.statement, other.counts[0].span))
    return give("figures of something else") if mine and theirs else None


def _compare_one(one: Traits, other: Traits) -> Reason | None:
    """Tell that only one gives a figure: not one that is no more than an article; nor need a denial repeat it."""
    told, untold = (one, other) if one.counts else (other, one)
    if all(number_of(each) == 1 for each in told.counts) or is_against(untold.statement):
        return None
    return give("only one gives a figure", (told.statement, told.counts[0].span))


def figures_conflict(one: Iterable[Amount], other: Iterable[Amount]) -> bool:
    """Tell whether of two sets of amounts of one thing none is the same."""
    return not any(is_same_figure(left, right) for left, right in product(one, other))


def _may_be_one(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities may count the same: nothing that is told of both differs."""
    if one.counted is not other.counted and one.counted and other.counted:
        return False
    return one.status is None or other.status is None or end_of(one.status) is end_of(other.status)


def is_same_figure(one: Amount | Quantity, other: Amount | Quantity) -> bool:
    """Tell whether two quantities give one number, as near as they are told."""
    if one.approximation is other.approximation is None:
        return number_of(one) == number_of(other)
    if Approximation.VAGUE in (one.approximation, other.approximation):
        return _overlap(one, other)
    left, right = number_of(one), number_of(other)
    room = ROUNDING * max(left, right) if one.approximation in BLURRED or other.approximation in BLURRED else 0
    return abs(left - right) <= room


def number_of(one: Amount | Quantity) -> int:
    """Give the number that is told, without what bounds it; the lower end of a range."""
    return one.low if one.low is not None else one.high or 0


def _overlap(one: Amount | Quantity, other: Amount | Quantity) -> bool:
    low = max(one.low or 0, other.low or 0)
    highs = [each.high for each in (one, other) if each.high is not None]
    return not highs or low <= min(highs)


def _tells(one: Quantity) -> float:
    number = number_of(one)
    if one.approximation is Approximation.VAGUE or number < FEW:
        return 0.5
    return 2.0 if number >= LARGE else 1.0
