"""Permission as a question put to the query: what is outside a person's reach is not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Model, Q, QuerySet

from giaoban.access.rights import Scope, rights_of
from giaoban.records import models as records

NOBODY = Q(pk__in=[])


def visible(model: type[Model] | str, user: records.User) -> QuerySet[Any]:
    """The rows of `model` (a class or its name) that `user` may see; none at all for a stranger."""
    kind = getattr(records, model) if isinstance(model, str) else model
    act, reach = SEEN_BY[kind]
    scope = rights_of(act).get(user.role) if user.is_active else None
    rows = kind._default_manager.all()
    if scope is None:
        return rows.none()
    return rows if scope is Scope.ALL else rows.filter(reach(user, scope))


def in_branch(user: records.User, entity: str) -> Q:
    """Rows whose `entity` (a lookup path, "" for the row itself) lies in the person's branch."""
    if user.entity is None:
        return NOBODY
    prefix = f"{entity}__" if entity else ""
    return Q(**{f"{prefix}path__startswith": user.entity.path})


def _documents(user: records.User, scope: Scope) -> Q:
    own = in_branch(user, "entity")
    if scope is Scope.BRANCH:
        return own
    return own | Q(pk__in=records.ReadItem.objects.filter(sector__in=user.sectors).values("document"))


def _of_document(lookup: str) -> Callable[[records.User, Scope], Q]:
    def reach(user: records.User, scope: Scope) -> Q:
        return Q(**{f"{lookup}__in": records.Document.objects.filter(_documents(user, scope))})

    return reach


def _observations(user: records.User, scope: Scope) -> Q:
    return in_branch(user, "entity")


def _tasks(user: records.User, scope: Scope) -> Q:
    own = in_branch(user, "item__document__entity")
    return own | Q(sector__in=user.sectors) if scope is Scope.SECTORS else own


Reach = Callable[[records.User, Scope], Q]
SEEN_BY: dict[type[Model], tuple[str, Reach]] = {
    records.Document: ("see_document", _documents),
    records.ReadItem: ("see_document", _of_document("document")),
    records.Source: ("see_document", _of_document("item__document")),
    records.Observation: ("see_observation", _observations),
    records.DirectiveDraft: ("see_task", _tasks),
    records.Entity: ("see_entity", lambda user, scope: in_branch(user, "")),
    records.AuditEntry: ("see_audit", lambda user, scope: NOBODY),
}
