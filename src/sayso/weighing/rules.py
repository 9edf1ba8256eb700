"""What each rule of weighing says of itself, by the name that its reasons bear; shown to users by ``--why``.

Where a function gives reasons under one name, it is the function's name with spaces, and what it says is its docstring.
"""

from collections.abc import Callable, Mapping
from inspect import cleandoc
from typing import Any

from sayso.weighing import (
    alterations,
    credibility,
    exclusions,
    kindred,
    missing,
    origins,
    revision,
    sources,
    steps,
    support,
    versions,
)
from sayso.weighing.compare import SAYINGS

NAMED: tuple[Callable[..., Any], ...] = (
    *credibility.RULES,
    *missing.RULES.values(),
    *alterations.RULES,
    alterations.denial_left_out,
    *kindred.RULES,
    *versions.CARE,
)
# Where a function gives reasons under several names, its module says which.
OF_ORIGINS: tuple[Mapping[str, Callable[..., Any]], ...] = (
    sources.SAYING,
    steps.SAYING,
    support.SAYING,
    revision.SAYING,
    exclusions.SAYING,
    {origins.CIRCLE: origins.cut_circle},
)
RULES: Mapping[str, str] = {
    **SAYINGS,
    **{name: cleandoc(rule.__doc__ or "") for some in OF_ORIGINS for name, rule in some.items()},
    **{rule.__name__.replace("_", " "): cleandoc(rule.__doc__ or "") for rule in NAMED},
}
