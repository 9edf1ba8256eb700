"""Versions and old material refuse what makes no sense."""

import pytest

from sayso.errors import InputError
from sayso.vocabulary import Reason
from sayso.vocabulary.versions import Recirculated, Revised, Revision, Versions

WHY = Reason(rule="same address", score=1)


@pytest.mark.parametrize(
    ("revision", "before", "after"),
    [
        (Revision.ADDED, "c-1", "c-2"),
        (Revision.ADDED, None, None),
        (Revision.DROPPED, None, "c-2"),
        (Revision.SOFTENED, None, "c-2"),
        (Revision.ALTERED, "c-1", None),
    ],
)
def test_a_claim_stands_in_the_versions_that_its_revision_tells(revision, before, after):
    with pytest.raises(InputError, match="is in one version or both"):
        Revised(revision=revision, before=before, after=after, reason=WHY)


def test_added_and_dropped_claims_stand_in_one():
    assert Revised(revision=Revision.ADDED, before=None, after="c-2", reason=WHY).after == "c-2"
    assert Revised(revision=Revision.DROPPED, before="c-1", after=None, reason=WHY).before == "c-1"
    assert Revised(revision=Revision.SOFTENED, before="c-1", after="c-2", reason=WHY).was is None


def test_a_report_is_no_version_of_itself():
    with pytest.raises(InputError, match="itself"):
        Versions(earlier="r-1", later="r-1", share=1, reason=WHY)
    with pytest.raises(InputError, match="between 0 and 1"):
        Versions(earlier="r-1", later="r-2", share=1.5, reason=WHY)
    assert Versions(earlier="r-1", later="r-2", share=0.5, reason=WHY).revised == ()


def test_old_material_is_older():
    with pytest.raises(InputError, match="not older"):
        Recirculated(report="r-2", earlier="r-1", days=0, share=1, reason=WHY)
    with pytest.raises(InputError, match="itself"):
        Recirculated(report="r-1", earlier="r-1", days=40, share=1, reason=WHY)
    assert Recirculated(report="r-2", earlier="r-1", days=40, share=1, reason=WHY).days == 40
