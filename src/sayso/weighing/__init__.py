"""The room that judges what rests on what: readings -> assessments. Pure functions over values, nothing remembered."""

from sayso.weighing.casualties import casualty_sheets
from sayso.weighing.control import control_sheets
from sayso.weighing.rules import RULES
from sayso.weighing.statement import Statement, lay_out
from sayso.weighing.weigh import weigh

__all__ = ["RULES", "Statement", "casualty_sheets", "control_sheets", "lay_out", "weigh"]
