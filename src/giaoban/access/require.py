"""Permission for one act on one thing."""

from __future__ import annotations

from django.db.models import Model

from giaoban.access.errors import Refused
from giaoban.access.rights import Scope, rights_of
from giaoban.packs import load_packs
from giaoban.records import models as records


def require(user: records.User, act: str, subject: Model | None = None) -> None:
    """Let `user` do `act` to `subject`, or raise Refused: no_right, not_your_sector, not_your_branch, signed_out."""
    if not user.is_active:
        raise Refused("signed_out", act=act)
    scope = rights_of(act).get(user.role)
    if scope is None:
        raise Refused("no_right", act=act, role=str(records.Role(user.role).label))
    if subject is None or scope is Scope.ALL or _in_branch(user, subject):
        return
    if scope is Scope.BRANCH:
        raise Refused("not_your_branch", act=act)
    if _sector(subject) not in user.sectors:
        raise Refused("not_your_sector", act=act, sector=_name(_sector(subject)))


def may(user: records.User, act: str, subject: Model | None = None) -> bool:
    """Whether `require` would let it pass: for showing a button or not."""
    try:
        require(user, act, subject)
    except Refused:
        return False
    return True


def _sector(subject: Model) -> str:
    return str(getattr(subject, "sector", ""))


def _name(sector: str) -> str:
    return next((known.name for known in load_packs().sectors if known.code == sector), "khác")


def _in_branch(user: records.User, subject: Model) -> bool:
    unit = _unit(subject)
    return user.entity is not None and unit is not None and unit.path.startswith(user.entity.path)


def _unit(subject: Model) -> records.Entity | None:
    """The unit a thing belongs to."""
    if isinstance(subject, records.Entity):
        return subject
    if isinstance(subject, records.Document | records.Observation):
        return subject.entity
    if isinstance(subject, records.ReadItem):
        return subject.document.entity
    if isinstance(subject, records.DirectiveDraft):
        return subject.item.document.entity
    return None
