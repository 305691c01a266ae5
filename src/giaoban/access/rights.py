"""THE table of rights: every act and every address, and who may use it.

An act that is not here cannot be done; an address that is not here answers 404 (tests/test_house.py keeps both true).
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType


class Scope(StrEnum):
    """How far a right reaches."""

    ALL = "all"
    SECTORS = "sectors"  # the person's own sectors, and whatever their own branch handed in
    BRANCH = "branch"  # the person's unit and those below it


Right = MappingProxyType[str, Scope]  # role -> scope


def _right(**scopes: Scope) -> Right:
    return MappingProxyType(scopes)


_READS_ALL = {"administrator": Scope.ALL, "office": Scope.ALL, "leader": Scope.ALL, "auditor": Scope.ALL}
_WORKS = {"office": Scope.ALL, "officer": Scope.SECTORS, "reporter": Scope.BRANCH}

#                 act                    who, and how far
RIGHTS: MappingProxyType[str, Right] = MappingProxyType(
    {
        "see_picture": _right(**_READS_ALL, officer=Scope.ALL, reporter=Scope.BRANCH),
        "see_observation": _right(**_READS_ALL, officer=Scope.ALL, reporter=Scope.BRANCH),
        "see_document": _right(**_READS_ALL, officer=Scope.SECTORS, reporter=Scope.BRANCH),
        "see_entity": _right(**_READS_ALL, officer=Scope.ALL, reporter=Scope.BRANCH),
        "see_task": _right(**_READS_ALL, officer=Scope.SECTORS, reporter=Scope.BRANCH),
        "see_audit": _right(administrator=Scope.ALL, auditor=Scope.ALL),
        "upload_document": _right(office=Scope.ALL, officer=Scope.BRANCH, reporter=Scope.BRANCH),
        "correct_item": _right(**_WORKS),
        "accept_figure": _right(**_WORKS),
        "accept_directive": _right(**_WORKS),
        "confirm_finding": _right(**_WORKS),
        "reject_item": _right(**_WORKS),
    }
)

# Addresses that need no sign-in.
OPEN_ROUTES = frozenset({"web:login", "web:display"})

# Addresses for everybody who is signed in.
SIGNED_IN_ROUTES = frozenset({"web:logout"})

#                 address                the act it shows or does
ROUTES: MappingProxyType[str, str] = MappingProxyType(
    {
        "web:home": "see_picture",
        "web:sector": "see_picture",
        "web:indicator": "see_picture",
        "web:home_table": "see_picture",
        "web:sector_table": "see_picture",
        "web:contributions": "see_picture",
        "web:indicator_table": "see_picture",
        "web:indicator_chart": "see_picture",
        "web:design": "see_picture",
        "web:observation": "see_observation",
        "web:documents": "see_document",
        "web:document": "see_document",
        "web:document_file": "see_document",
        "web:upload": "upload_document",
        "web:decide": "see_document",  # each decision inside asks for its own act
        "web:correct": "correct_item",
        "web:tasks": "see_task",
    }
)


def rights_of(act: str) -> Right:
    """Who may do `act`. KeyError: the act is not in the table, which is a fault of ours."""
    return RIGHTS[act]


def route_open_to(route: str, role: str | None) -> bool:
    """May a person of `role` (None: not signed in) come to this address at all? Unknown addresses are closed."""
    if route in OPEN_ROUTES:
        return True
    if role is not None and route in SIGNED_IN_ROUTES:
        return True
    return role is not None and route in ROUTES and role in RIGHTS[ROUTES[route]]
