"""The gazetteer: all places with their names, in one file that is made once and only read."""

from sayso.knowledge.gazetteer.additions import Added, Fault, Watcher, add_places
from sayso.knowledge.gazetteer.build import build_gazetteer
from sayso.knowledge.gazetteer.entry import Entry, Extent, GazetteerInfo, MetBy, NameKind, Near
from sayso.knowledge.gazetteer.file import FORM_NUMBER, GAZETTEER_NUMBER
from sayso.knowledge.gazetteer.gazetteer import Gazetteer, distance_km

__all__ = [
    "FORM_NUMBER",
    "GAZETTEER_NUMBER",
    "Added",
    "Entry",
    "Extent",
    "Fault",
    "Gazetteer",
    "GazetteerInfo",
    "MetBy",
    "NameKind",
    "Near",
    "Watcher",
    "add_places",
    "build_gazetteer",
    "distance_km",
]
