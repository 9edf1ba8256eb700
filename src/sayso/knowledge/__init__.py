"""What sayso knows, as data; this code only loads and checks it. Read by the reading room alone."""

from sayso.knowledge.conflicts import Conflicts, load_conflicts
from sayso.knowledge.gazetteer import (
    GAZETTEER_NUMBER,
    Entry,
    Extent,
    Gazetteer,
    GazetteerInfo,
    MetBy,
    NameKind,
    Near,
    build_gazetteer,
    distance_km,
)
from sayso.knowledge.language import Language, identify_language, load_language
from sayso.knowledge.parties import find_state
from sayso.knowledge.phrases import Phrases, Word, split_words
from sayso.knowledge.placewords import PlaceWords, load_place_words
from sayso.knowledge.resolution import Resolution, load_resolution
from sayso.knowledge.rows import (
    Agentless,
    Aside,
    Cue,
    Gender,
    Ground,
    Hedge,
    Modal,
    Noun,
    Number,
    Phrase,
    Pronoun,
    Reach,
    RelayForm,
    Title,
)

__all__ = [
    "GAZETTEER_NUMBER",
    "Agentless",
    "Aside",
    "Conflicts",
    "Cue",
    "Entry",
    "Extent",
    "Gazetteer",
    "GazetteerInfo",
    "Gender",
    "Ground",
    "Hedge",
    "Language",
    "MetBy",
    "Modal",
    "NameKind",
    "Near",
    "Noun",
    "Number",
    "Phrase",
    "Phrases",
    "PlaceWords",
    "Pronoun",
    "Reach",
    "RelayForm",
    "Resolution",
    "Title",
    "Word",
    "build_gazetteer",
    "distance_km",
    "find_state",
    "identify_language",
    "load_conflicts",
    "load_language",
    "load_place_words",
    "load_resolution",
    "split_words",
]
