"""What sayso knows, as data; this code only loads and checks it. Read by the reading room alone."""

from sayso.knowledge.language import Cue, Language, identify_language, load_language

__all__ = ["Cue", "Language", "identify_language", "load_language"]
