"""Say yes to a figure or a target: it becomes an observation."""

from __future__ import annotations

from django.utils import timezone

from giaoban.access import Refused, require, visible
from giaoban.actions._act import act
from giaoban.actions._decide import decide, hold
from giaoban.actions._mapping import FIELDS, resolve
from giaoban.actions._record import hold_figures, observation_of, put_on_record, withdraw
from giaoban.actions.errors import ActError
from giaoban.packs import Packs, load_packs
from giaoban.records.models import Entity, Kind, Observation, ReadItem, Source, State, User


def accept_figure(item: ReadItem, *, by: User) -> Observation:
    """Put what `item` says on the record and return the version that stands.

    Twice the same counts once. Another value for the same indicator, unit, period and scenario is a new version; both
    are kept with their times. Where the item had been accepted for another figure, that one is withdrawn.
    Raises ActError `item_incomplete` (details: fields) while a field is open, `wrong_kind`; access.Refused.
    """
    packs = load_packs()
    with act("accept_figure", item, by=by) as trail:
        item = hold(item)
        said = item.sources.filter(withdrawn_at=None).last()
        if item.state == State.ACCEPTED and said:
            trail.unchanged = True
            return said.observation
        stands = _put(item, packs, by)
        trail.subject = stands
        trail.detail = {"item": item.pk, "value": str(stands.value), "version": stands.version}
        trail.outbox.append(("observation_recorded", {"observation": stands.pk}))
        decide(item, State.ACCEPTED, by=by)
        return stands


def _put(item: ReadItem, packs: Packs, by: User) -> Observation:
    _check(item, packs)
    figure = observation_of(item, packs, by=by)
    _within_reach(figure, by)
    hold_figures(item)
    stands = put_on_record(figure)
    withdraw(item, by=by, keep=stands)
    said = {"accepted_by": by, "accepted_at": timezone.now(), "withdrawn_at": None}
    Source.objects.update_or_create(observation=stands, item=item, defaults=said)
    return stands


def _check(item: ReadItem, packs: Packs) -> None:
    if item.kind not in (Kind.FIGURE, Kind.TARGET):
        raise ActError("wrong_kind", kind=item.kind)
    resolve(item, packs)
    if item.faults:
        raise ActError("item_incomplete", fields=", ".join(FIELDS[field] for field in item.faults), quote=item.quote)


def _within_reach(figure: Observation, by: User) -> None:
    """The right reaches as far as the figure itself, not only as far as the document it stood in."""
    if not visible(Entity, by).filter(pk=figure.entity.pk).exists():
        raise Refused("not_your_branch", act="accept_figure")
    require(by, "accept_figure", figure)
