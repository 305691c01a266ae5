"""Who may: `visible` puts the question to the query, `require` to one act. The table is in rights.py."""

from giaoban.access.errors import Refused
from giaoban.access.require import may, require
from giaoban.access.rights import ROUTES, Right, Scope, rights_of, route_open_to
from giaoban.access.visible import visible
from giaoban.records.models import User

__all__ = ["ROUTES", "Refused", "Right", "Scope", "User", "may", "require", "rights_of", "route_open_to", "visible"]
