"""The tree of errors. Every error that sayso raises is one of these; a bad report is no error but a Rejection.

SaysoError
├── InputError        a caller's mistake: a value, a flag, an input that makes no sense
├── SettingsError     a setting that cannot be used
├── PackError         a model pack that is missing, damaged or of another format
└── KnowledgeError    a data file of a language that is missing or has a wrong row
"""


class SaysoError(Exception):
    """The base of all; its text says what is wrong, where, and what to do next."""


class InputError(SaysoError, ValueError):
    """A caller's mistake."""


class SettingsError(SaysoError, ValueError):
    """A setting that cannot be used."""


class PackError(SaysoError):
    """A model pack that cannot be used."""


class KnowledgeError(SaysoError):
    """A data file that cannot be used."""
