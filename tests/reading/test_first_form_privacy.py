"""A private person whose name is given in its first form is withheld in every form that the text has it in."""

from sayso.knowledge import load_conflicts, load_language
from sayso.reading.attribution import MarkedSource
from sayso.reading.chain import make_chains
from sayso.reading.claims import Judged, make_claims
from sayso.reading.source import identify_people
from sayso.reading.stance import read_attitude
from sayso.reading.statement import Statement
from sayso.vocabulary import Provenance, ReaderVersion, Reading, Report, Span, withhold_private

TEXT = "По словам жительницы Нины Орлиной, мост цел. Орлину видели у моста. Нина Орлина молчит."


def test_a_private_name_is_withheld_in_every_form() -> None:
    language = load_language("ru")
    source = Span(start=TEXT.index("жительницы"), end=TEXT.index(", мост"))
    content = Span(start=TEXT.index("мост"), end=TEXT.index(". Орлину"))
    cue = Span(start=0, end=len("По словам"))
    statement = Statement(content=(content,), cue=(cue,), sources=(MarkedSource(span=source, score=1.0, traits={}),))
    sentences = [Span(start=0, end=TEXT.index(" Орлину")), Span(start=TEXT.index("Орлину"), end=len(TEXT))]
    (one,), _ = identify_people("r", TEXT, sentences, [source], language)
    assert (one.name, one.private) == ("Нина Орлина", True)
    chains = make_chains("r", TEXT, [statement], {source: one}, language)
    judged = [Judged(statement=statement, chain=chains[0], attitude=read_attitude("r", TEXT, statement, language))]
    claims = make_claims("r", TEXT, judged, (), language, load_conflicts())
    report = Report(id="r", text=TEXT, provenance=Provenance(where="w", format="jsonl", sha256="0" * 64))
    version = ReaderVersion(sayso="0", pack=None, language="ru")
    read = withhold_private(Reading(report=report, lang="ru", claims=claims, reader=version))
    assert "Орлин" not in read.report.text
    assert "Нин" not in read.report.text
