"""SECTOR PACKS in: what a sector measures, who answers for it and how reports speak of it, loaded from TOML.

`load_packs()` gives the shipped ministry; `load_packs(folder)` any other. A new ministry is a new folder, no code.
"""

from giaoban.packs.lexicon import Lexicon, SectorWords
from giaoban.packs.load import Packs, load_packs, shipped
from giaoban.packs.model import Body, Indicator, Ministry, Sector, Source, Target

__all__ = [
    "Body",
    "Indicator",
    "Lexicon",
    "Ministry",
    "Packs",
    "Sector",
    "SectorWords",
    "Source",
    "Target",
    "load_packs",
    "shipped",
]
