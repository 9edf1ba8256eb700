"""How much of a claim is quoted: all, part or none of its words."""

import pytest

from sayso.knowledge import load_language
from sayso.reading.reader import claim_marked, find_speech
from sayso.reading.text import find_sentences
from sayso.vocabulary import ClaimKind, Provenance, Report
from tests.reading.made import mark

ENGLISH = load_language("en")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("[The porter] {said} that <the lock was shut>.", ClaimKind.INDIRECT),
        ("<“The lock was shut,”> {said} [the porter].", ClaimKind.DIRECT),
        ("[The porter] {said} that <the lock was “shut for good, all of it”>.", ClaimKind.MIXED),
        ("[The porter] {called} <the lock “unsafe”>.", ClaimKind.MIXED),
        ("[The porter] {spoke of} <“minor damage”>.", ClaimKind.DIRECT),
        ("[The porter] {said} <the tug “Orla” had sunk in the lock>.", ClaimKind.INDIRECT),
    ],
)
def test_what_somebody_is_quoted_with_makes_a_claim_mixed_or_direct_and_a_name_does_not(line, kind):
    text, marked = mark(line)
    report = Report(id="r", text=text, lang="en", provenance=Provenance(where="r", format="plain", sha256="0" * 64))
    quotations = find_speech(text, ENGLISH)
    sentences = find_sentences(text, quotations, ENGLISH.abbreviations, "en")
    (claim,) = claim_marked(report, [marked], quotations, sentences, ENGLISH)
    assert claim.kind is kind
