"""What sayso knows, as data; this code only loads and checks it. Read by the reading room alone."""

from sayso.knowledge.conflicts import Conflicts, load_conflicts
from sayso.knowledge.language import Language, identify_language, load_language
from sayso.knowledge.parties import find_state
from sayso.knowledge.phrases import Phrases, Word, split_words
from sayso.knowledge.rows import (
    Agentless,
    Aside,
    Cue,
    Gender,
    Ground,
    Hedge,
    Modal,
    Mood,
    MoodForm,
    Narration,
    Noun,
    Number,
    Phrase,
    Pronoun,
    Quoted,
    Reach,
    RelayForm,
    Title,
)

__all__ = [
    "Agentless",
    "Aside",
    "Conflicts",
    "Cue",
    "Gender",
    "Ground",
    "Hedge",
    "Language",
    "Modal",
    "Mood",
    "MoodForm",
    "Narration",
    "Noun",
    "Number",
    "Phrase",
    "Phrases",
    "Pronoun",
    "Quoted",
    "Reach",
    "RelayForm",
    "Title",
    "Word",
    "find_state",
    "identify_language",
    "load_conflicts",
    "load_language",
    "split_words",
]
