"""Whatever is read can be weighed, withheld, written, printed and drawn."""

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from sayso.views.cli.terminal_chain import compose_chains
from sayso.views.cli.terminal_weighing import Shown, compose_weighing
from sayso.views.standing import deal
from sayso.views.web import render_weighing
from sayso.vocabulary import Weighed, withhold_weighed
from sayso.vocabulary.wire_weighing import weighing_schema, write_weighing
from sayso.weighing import weigh
from tests.views.web.pages import Elements
from tests.vocabulary.readings import READINGS

CHECK = Draft202012Validator(weighing_schema())


def numbered(readings):
    """Give the readings by report, each with ids of its own."""
    found = {}
    for number, reading in enumerate(readings):
        claims = tuple(attrs.evolve(claim, id=f"c-{number}-{at}") for at, claim in enumerate(reading.claims))
        report = attrs.evolve(reading.report, id=f"r-{number}")
        found[report.id] = attrs.evolve(reading, report=report, claims=claims)
    return found


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(READINGS, max_size=3))
def test_whatever_is_read_can_be_shown(readings):
    found = numbered(readings)
    weighed = withhold_weighed(Weighed(readings=found, weighing=weigh(found.values())))
    CHECK.validate(write_weighing(weighed))
    deck = deal(weighed)
    for compose in (compose_weighing, compose_chains):
        for line in compose(deck, Shown(width=40, show_all=True, show_why=True)):
            assert cell_len(line.plain) <= 40
            assert line.plain.isprintable() or "\u200c" in line.plain or "\u200d" in line.plain
    assert Elements(render_weighing(weighed)).open == []
