"""What each rule of weighing says of itself, by the name that its reasons bear; shown to users by ``--why``.

Where a function gives reasons under one name, it is the function's name with spaces, and what it says is its docstring.
"""

from collections.abc import Callable, Mapping
from inspect import cleandoc
from typing import Any

from sayso.weighing import alterations, credibility, kindred, missing, versions
from sayso.weighing.compare import SAYINGS

NAMED: tuple[Callable[..., Any], ...] = (
    *credibility.RULES,
    *missing.RULES.values(),
    *alterations.RULES,
    alterations.denial_left_out,
    *kindred.RULES,
    *versions.CARE,
)
RULES: Mapping[str, str] = {
    **SAYINGS,
    **{rule.__name__.replace("_", " "): cleandoc(rule.__doc__ or "") for rule in NAMED},
}
