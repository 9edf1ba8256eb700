"""sayso reads conflict news and says on whose say-so each claim stands.

The public names are found on first use, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.desk import Desk
    from sayso.errors import SaysoError
    from sayso.settings import Settings
    from sayso.vocabulary import Judgement, Reading, Rejection, Report, Weighed, read_reading, write_reading
    from sayso.vocabulary.wire_weighing import write_weighing

__version__ = "0.1.0"

__all__ = [
    "Desk",
    "Judgement",
    "Reading",
    "Rejection",
    "Report",
    "SaysoError",
    "Settings",
    "Weighed",
    "__version__",
    "read_reading",
    "write_reading",
    "write_weighing",
]

_HOMES = {
    "Desk": "sayso.desk",
    "SaysoError": "sayso.errors",
    "Settings": "sayso.settings",
    "Judgement": "sayso.vocabulary",
    "Reading": "sayso.vocabulary",
    "Rejection": "sayso.vocabulary",
    "Report": "sayso.vocabulary",
    "read_reading": "sayso.vocabulary",
    "Weighed": "sayso.vocabulary",
    "write_reading": "sayso.vocabulary",
    "write_weighing": "sayso.vocabulary.wire_weighing",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module 'sayso' has no attribute {name!r}"
        raise AttributeError(message)
    found = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return found
