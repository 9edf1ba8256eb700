"""Articles of about five hundred words, made of our own sentences by a seeded generator; the same seed, the same text.

They look to the reader like news: a headline, paragraphs of one to four sentences (20 to 110 words), quotations with
and without a cue of their own, indirect speech, chains of two sources, names with titles, numbers, dates. Every place
and person is invented.
"""

import random
from collections.abc import Iterator

WORDS = 500

FIRST = ("Oleh", "Marta", "Ihor", "Sofia", "Denys", "Larysa", "Taras", "Halyna", "Pavlo", "Iryna", "Andriy", "Vira")
LAST = (
    "Kovalchenko",
    "Berezhna",
    "Lysak",
    "Tymchyn",
    "Horobets",
    "Zavadska",
    "Drozdenko",
    "Melnykiv",
    "Sirenko",
    "Palii",
)
TITLES = ("Colonel", "Major General", "Governor", "Mayor", "Captain", "Dr.", "Deputy Minister", "Lt. Col.", "Engineer")
ROLES = (
    *("the spokesman for the eastern brigade", "a surgeon at the district hospital", "who heads the regional council"),
    *(
        "a driver who brought the wounded out",
        "the commander of the river flotilla",
        "an analyst at the Harbour Institute",
    ),
)
BODIES = (
    *(
        "the defence ministry",
        "the general staff",
        "the regional administration",
        "the emergency service",
        "the mission",
    ),
    *(
        "the electricity company",
        "the Harbour Institute",
        "the police",
        "the railway",
        "the military intelligence agency",
    ),
)
CHANNELS = ("Northern Lantern", "River Dispatch", "The Steppe Courier", "Signal and Smoke", "Radio Kalyna")
PLACES = ("Verbivka", "Starohrad", "Novy Brid", "Kamianyi Lis", "Sukhyi Yar", "Zelenopillia", "Ozerne", "Krutyi Bereh")
DAYS = ("on Monday", "early on Thursday", "on December 2", "late on Saturday", "on the morning of March 14, 2024")
SPEECH = ("said", "said", "said", "told reporters", "wrote on social media", "warned", "added", "explained", "insisted")
REPORTING = ("said", "reported", "announced", "confirmed", "claimed", "acknowledged", "denied", "suggested", "warned")
FACTS = (
    *("the bridge over the canal had been closed to lorries", "two substations were without power for eleven hours"),
    *(
        "more than 340 families had left the left bank since the frost began",
        "the western road was open to convoys only",
    ),
    *(
        "the hill above the quarry had changed hands twice in a week",
        "a column of some twenty vehicles had turned back",
    ),
    *(
        "drones had struck a grain store, a pumping station and a row of garages",
        "nobody was hurt in the second strike",
    ),
    *(
        "the crossing would stay under fire until the guns across the river fell silent",
        "mines had been found in the park",
    ),
    *(
        "repairs to the heating plant would take at least until the end of the month",
        "the talks had ended without a date",
    ),
    *("the exchange of prisoners was put off for the third time", "fuel for the ambulances would last nine days"),
    *(
        "the shelling of the harbour came from the direction of the old brickworks",
        "a ceasefire was not under discussion",
    ),
)
SPOKEN = (
    *(
        "We heard it before we saw it",
        "Nobody here is waiting for another winter like this one",
        "It was over in a minute",
    ),
    *("They keep saying it’s quiet, but it isn’t quiet at all", "The road is ours by day and theirs by night"),
    *(
        "We’ve moved the children twice already, and we’ll move them again if we must",
        "You can’t repair a dam on promises",
    ),
    *(
        "Our people hold the line where it was yesterday",
        "The figures they publish don’t match what we count on the ground",
    ),
    *("I have not seen my brother’s house since October", "There was glass in every bed on the third floor"),
)
OWN = (
    "The fighting around {place} has gone on since the autumn, and few of its 4,100 inhabitants remain.",
    "Trains to {place} run again, though with long stops at night.",
    "Snow fell over {place} and the river froze.",
    "Neither account could be checked, and the stretch of road between {place} and {other} is closed to the press.",
    "The market in {place} opened for two hours {day}, as it has every week.",
    "The lights came back at 5:40 p.m.",
    "Fighting was heaviest along the embankment, where both armies have dug in no more than 600 metres apart.",
)


def make_articles(number: int, seed: int = 1, words: int = WORDS) -> list[str]:
    """Give ``number`` articles of at least ``words`` words each, and at most a paragraph more."""
    return [make_article(random.Random(f"{seed}-{place}"), words) for place in range(number)]


def make_article(rng: random.Random, words: int = WORDS) -> str:
    """Give one article: a headline and paragraphs, parted by blank lines."""
    paragraphs = [f"{rng.choice(PLACES)} counts its losses as {rng.choice(BODIES)} and residents disagree"]
    written = len(paragraphs[0].split())
    for paragraph in _paragraphs(rng):
        paragraphs.append(paragraph)
        written += len(paragraph.split())
        if written >= words:
            break
    return "\n\n".join(paragraphs) + "\n"


def _paragraphs(rng: random.Random) -> Iterator[str]:
    kinds = (_own, _indirect, _quoted, _quoted, _long_quotation, _relayed, _indirect)
    while True:
        size = rng.choice((1, 1, 2, 2, 3, 4))
        yield " ".join(rng.choice(kinds)(rng) for _ in range(size))


def _name(rng: random.Random) -> str:
    full = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
    return rng.choice((full, f"{rng.choice(TITLES)} {full}", f"{full}, {rng.choice(ROLES)},", rng.choice(LAST)))


def _own(rng: random.Random) -> str:
    place, other = rng.sample(PLACES, 2)
    return rng.choice(OWN).format(place=place, other=other, day=rng.choice(DAYS))


def _indirect(rng: random.Random) -> str:
    facts = " and ".join(rng.sample(FACTS, rng.choice((1, 1, 2))))
    body = rng.choice(BODIES)
    return rng.choice(
        (
            f"{body[0].upper()}{body[1:]} {rng.choice(REPORTING)} {rng.choice(DAYS)} that {facts}.",
            f"According to {body}, {facts}.",
            f"In {rng.choice(PLACES)}, {facts}, {_name(rng).rstrip(',')} {rng.choice(REPORTING)}.",
        )
    )


def _quoted(rng: random.Random) -> str:
    spoken, cue, name = rng.choice(SPOKEN), rng.choice(SPEECH), _name(rng)
    return rng.choice(
        (
            f"“{spoken},” said {name.rstrip(',')}.",
            f"“{spoken},” {name} {cue}. “{rng.choice(SPOKEN)}.”",
            f"{name} {cue}: “{spoken}.”",
            f"{name} {cue} that “{spoken[0].lower()}{spoken[1:]}.”",
        )
    )


def _long_quotation(rng: random.Random) -> str:
    first, *rest = rng.sample(SPOKEN, 3)
    return f"“{first},” {_name(rng)} {rng.choice(SPEECH)} {rng.choice(DAYS)}. “{'. '.join(rest)}.”"


def _relayed(rng: random.Random) -> str:
    fact, channel, body = rng.choice(FACTS), rng.choice(CHANNELS), rng.choice(BODIES)
    return rng.choice(
        (
            f"The channel “{channel}” reported, citing {body}, that {fact}.",
            f"{channel} quoted {_name(rng).rstrip(',')} as saying that {fact}.",
        )
    )
