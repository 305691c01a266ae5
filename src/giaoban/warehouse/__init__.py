"""The picture, reckoned over plain rows: no database, no Django, nothing kept.

rows (what was accepted) → values (a figure for a place and a period, with what it was made of) → headlines → pictures.
"""

from giaoban.warehouse.frame import Frame
from giaoban.warehouse.headline import Headline, draw_headline
from giaoban.warehouse.picture import MinistryPicture, SectorPicture, draw_ministry, draw_sector
from giaoban.warehouse.reckoner import Reckoner
from giaoban.warehouse.rows import Row, Shelf
from giaoban.warehouse.units import Unit, UnitTable, rank_units
from giaoban.warehouse.value import Value

__all__ = [
    "Frame",
    "Headline",
    "MinistryPicture",
    "Reckoner",
    "Row",
    "SectorPicture",
    "Shelf",
    "Unit",
    "UnitTable",
    "Value",
    "draw_headline",
    "draw_ministry",
    "draw_sector",
    "rank_units",
]
