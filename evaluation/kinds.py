"""The kinds of error: what each means, and an example of it.

The examples are constructed for this table; no text of the evaluation data stands here.
"""

from typing import NamedTuple


class Kind(NamedTuple):
    """What a kind of error means, and a constructed example."""

    meaning: str
    example: str


KINDS = {
    "missed, statement": Kind(
        "nothing was seen of a statement with a verb of speech",
        "“The mayor, who *had warned of floods*, resigned.” Nothing is marked.",
    ),
    "missed, attitude": Kind(
        "nothing was seen of what somebody wants, thinks or opposes",
        "“Villagers *are wary of* the new bridge.” Nothing is marked.",
    ),
    "given to another": Kind(
        "the words were taken for part of another attribution",
        "“Oleh *said* that Vira *hopes* to return.” Only Oleh's statement is marked, what Vira hopes within it.",
    ),
    "too long": Kind(
        "more than twice the words that were said",
        "“He *said* it rained; the road was shut for a week after that.” All of it is given to him.",
    ),
    "too short": Kind(
        "fewer than half of the words that were said",
        "“She *said* the pump, which had run dry in May, was mended.” Only “the pump” is given to her.",
    ),
    "other source": Kind(
        "the words are right, their source is another one",
        "“The envoy met the general, who *said* talks would go on.” Given to the envoy.",
    ),
    "no source": Kind(
        "the words are right, their source is not seen",
        "“Asked by a miner, the foreman, in a long letter, *wrote* that pay was due.” No source is given.",
    ),
    "source invented": Kind(
        "the words are right, but the text names no source for them",
        "“After the judge left, it was *said* that the case was lost.” Given to the judge.",
    ),
    "split in two": Kind(
        "a further part of words that were found already",
        "“They will hold,” *said* the captain, “until spring.” Two attributions instead of one.",
    ),
    "spurious, statement": Kind(
        "a statement marked where the gold has none",
        "“The report *shows* that the well was deep.” Marked, where the gold counts no attribution.",
    ),
    "spurious, attitude": Kind(
        "an attitude marked where the gold has none",
        "“The town is *ready for* winter.” Marked as the town's view.",
    ),
    "spurious, no cue": Kind(
        "words given to somebody although nothing marks them",
        "A headline, “Bridge closed”, is given to the mayor of the first sentence.",
    ),
    "missed": Kind("a claim that was not found", "“Kit had *told* a friend that the ferry was late.” No claim."),
    "given as own voice": Kind(
        "words of a source that stand as the report's own",
        "“The shelling, residents *said*, lasted an hour.” Given as the report's own words.",
    ),
    "other origin": Kind(
        "the claim is right, its origin is another one",
        "“The agency, citing a medic, *put* the wounded at nine.” The agency is given as the origin.",
    ),
    "chain lacks links": Kind(
        "the origin is right, a link between is missing",
        "“A channel *quoted* the brigade as saying it had withdrawn.” Only the brigade is given.",
    ),
    "chain has other links": Kind(
        "the origin is right, a link before it is not",
        "“The site, citing the staff, *wrote* that the hill was held.” A third source stands between.",
    ),
    "own voice given away": Kind(
        "the report's own words, given to a source",
        "“The bridge is shut. *According to* the mayor, it will open in May.” Both sentences given to the mayor.",
    ),
    "spurious": Kind(
        "a sourced claim where the gold has none", "“The ministry *said* on Monday.” Marked with “on Monday”."
    ),
    "place missed": Kind(
        "a place that was not recognised",
        "“The road to *Sosnove* is open.” Nothing is marked.",
    ),
    "no place": Kind(
        "words that name no place",
        "“*Sosna* Bank raised its rates.” Sosna is marked as a place.",
    ),
    "place unresolved": Kind(
        "recognised, but none of its candidates is probable enough, or the gazetteer has none",
        "“A shell fell in *Vilne*.” Four villages have the name, and the report speaks of no place near one of them.",
    ),
    "place without a point": Kind(
        "resolved to an area that no point stands for",
        "“Aid reached the *Sosna lowlands*.” They are a region without borders.",
    ),
    "another place": Kind(
        "resolved to another place, more than 161 km off",
        "“The mayor of *Vilne* resigned.” The larger Vilne in another country is taken.",
    ),
    "another place, not far": Kind(
        "resolved to another place, 20 to 161 km off",
        "“The mayor of *Vilne* resigned.” The Vilne of the next district is taken.",
    ),
    "time missed": Kind(
        "a time that was not recognised",
        "“It was mended *the Tuesday after the flood*.” Only “Tuesday” is marked.",
    ),
    "no time": Kind(
        "words that tell no time, or none that the gold counts",
        "“The gate opens *once*.” Marked as a time.",
    ),
    "another value": Kind(
        "recognised, and another day, week or length is given",
        "“They meet on *Friday*.” The last one is given, the next is meant.",
    ),
    "too much is believed": Kind(
        "an event that is said to be less sure than it was read, by more than 2 of 6",
        "“They hope to *mend* the gate.” Read as done.",
    ),
    "too little is believed": Kind(
        "an event that is said to be surer than it was read, by more than 2 of 6",
        "“The flood that they feared *came*.” Read as feared.",
    ),
    "statement missed": Kind(
        "a statement that was not found in its report", "“*Ferry sunk*, harbour master says.” Nothing is claimed."
    ),
    "two claims as one": Kind(
        "two statements of different claims in one group", "“The ferry was hit.” “The ferry sank.” One claim."
    ),
    "one claim as two": Kind(
        "two statements of one claim in different groups", "“The ferry sank.” “Паром затонул.” Two claims."
    ),
    "claim missed": Kind("a claim most of whose statements are in no one group", "Five reports of it, in five groups."),
    "other support": Kind(
        "found, and its support is another", "One post that four outlets repeat, given as corroborated."
    ),
    "other origins": Kind(
        "found, and so many origins do not stand alone", "“The mayor” and “Mayor Sosna” are counted as two."
    ),
    "other contested": Kind(
        "found, and wrongly given as contested or not", "“The fleet denied it.” Not counted as the contrary."
    ),
    "match not first": Kind(
        "a post whose claim is among the first five, but not the first",
        "“No ferry on Sunday!” The claim on Monday's ferry stands first.",
    ),
    "match missed": Kind(
        "a post whose claim is not among the first five",
        "“So that is what they think of us.” The claim names the mayor, whose words these were.",
    ),
    "one event as two": Kind(
        "a report that does not stand with most of the others of its event", "Only the last of five names the ship."
    ),
    "two events as one": Kind(
        "a report in a story that is mostly of another event", "The ferry that sank in May, with the one of March."
    ),
}
