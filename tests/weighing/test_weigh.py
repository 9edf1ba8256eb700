from sayso.vocabulary import Stance, Support
from sayso.weighing import weigh
from tests.weighing.made import event, make_claim, make_reading, make_report, sosnove, source


def reading(id_, text, **known):
    report = make_report(text, id_)
    return make_reading(report, make_claim(report, events=(event(),), **known), places=(sosnove(text),))


def test_groups_become_assessments():
    readings = [
        reading("r1", "The depot at Sosnove was hit.", chain=(source("fleet"),)),
        reading("r2", "The depot at Sosnove was hit.", chain=(source("fleet"),)),
        reading("r3", "The depot at Sosnove was hit.", chain=(source("ministry"),), stance=Stance.DENIES),
    ]
    (assessment,) = weigh(readings).assessments
    assert (assessment.support, assessment.origin_count, assessment.contested) == (Support.REPEATED, 1, True)
    (assessment,) = weigh([*readings, reading("r4", "The depot at Sosnove was hit.")]).assessments
    assert (assessment.support, assessment.origin_count) == (Support.REPEATED, 1)


def test_report_that_comes_twice_counts_once():
    one = reading("r1", "The depot at Sosnove was hit.")
    assert weigh([one, one]) == weigh([one])
    assert weigh([one]).assessments[0].support is Support.SINGLE_SOURCE
