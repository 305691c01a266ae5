"""Succession: units that merge, split, are renamed, promoted or moved, and codes that pass to another owner.

Four questions, four files: what a unit is on a day (`entities`), what happened to it (`events`),
who is who on a date (`lineage`), and what a figure is in the boundaries of another day (`restating`).
"""

from giaoban.core.succession.entities import Entity
from giaoban.core.succession.events import Event, EventKind
from giaoban.core.succession.lineage import Lineage
from giaoban.core.succession.names import fold_name, match_name
from giaoban.core.succession.restating import Restated
from giaoban.core.succession.series import in_boundaries

__all__ = ["Entity", "Event", "EventKind", "Lineage", "Restated", "fold_name", "in_boundaries", "match_name"]
