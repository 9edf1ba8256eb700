"""The times of a reading in words, in the order of the calendar: what each means, and what it was counted from."""

from sayso.views.safely import show_safely
from sayso.vocabulary import Anchor, DateDoubt, Reading, When

DOUBTS = {
    DateDoubt.FUTURE: "not believed: it lies in the future",
    DateDoubt.EPOCH: "not believed: it is in 1970, where clocks begin that were never set",
}


def order_times(reading: Reading) -> tuple[When, ...]:
    """Give the times by their value, those whose year is not known last; of one value the first in the text first."""
    return tuple(sorted(reading.times, key=lambda time: (time.value.startswith("X"), time.value, time.start)))


def word_time(time: When, text: str) -> tuple[str, ...]:
    """Say what is known of a time beside its value: the time of day, and what it was counted from."""
    counted = {
        Anchor.STATED: "",
        Anchor.PUBLISHED: "from the day of publication",
        Anchor.TEXT: f"from \u201c{show_safely(time.of.cut(text))}\u201d" if time.of else "",
        Anchor.NONE: "cannot tell from when",
    }
    return tuple(word for word in (f"at {time.clock}" if time.clock else "", counted[time.anchor]) if word)


def word_date_doubt(reading: Reading) -> str:
    """Say why the stated date of publication is not believed; nothing where it is."""
    return DOUBTS[reading.published_doubted] if reading.published_doubted else ""
