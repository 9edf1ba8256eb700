"""What each rule of weighing says of itself, by the name that its reasons bear; shown to users by ``--why``."""

from collections.abc import Mapping

RULES: Mapping[str, str] = {}
