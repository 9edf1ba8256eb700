"""The gazetteer: all places with their names, in one file that is made once and only read."""

from sayso.knowledge.gazetteer.build import build_gazetteer
from sayso.knowledge.gazetteer.entry import Entry, Extent, GazetteerInfo, MetBy, NameKind, Near
from sayso.knowledge.gazetteer.file import GAZETTEER_NUMBER
from sayso.knowledge.gazetteer.gazetteer import Gazetteer, distance_km

__all__ = [
    "GAZETTEER_NUMBER",
    "Entry",
    "Extent",
    "Gazetteer",
    "GazetteerInfo",
    "MetBy",
    "NameKind",
    "Near",
    "build_gazetteer",
    "distance_km",
]
