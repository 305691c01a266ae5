"""Versions of a figure: appended, never changed; the same figure said twice counts once."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db.models import Q
from django.utils import timezone

from giaoban.actions._mapping import in_unit_of
from giaoban.core.periods import from_code
from giaoban.packs import Packs
from giaoban.records.models import Entity, Observation, ReadItem, Source, Status, User

RANK = {Status.ESTIMATE: 0, Status.PRELIMINARY: 1, Status.OFFICIAL: 2}


def observation_of(item: ReadItem, packs: Packs, *, by: User) -> Observation:
    """The observation an item without faults stands for, not yet saved."""
    indicator = packs.indicators[item.indicator]
    period = packs.reported(item.indicator, from_code(item.period))
    value, unit = in_unit_of(indicator, item.value or Decimal(0), item.unit)
    return Observation(
        indicator=item.indicator,
        sector=indicator.sector,
        entity=item.entity,
        period=period.code,
        start=period.start,
        end=period.end,
        scenario=item.scenario,
        status=item.status,
        value=value,
        unit=unit,
        recorded_by=by,
        recorded_at=timezone.now(),
        demo=item.document.demo,
    )


def hold_figures(item: ReadItem) -> None:
    """Let nobody else record figures of the units that `item` speaks of, or spoke of, until the act ends.

    Always in the same order, so that no two acts wait for one another; NO KEY, so that nobody else is kept waiting.
    """
    before = Q(observations__sources__item=item, observations__sources__withdrawn_at=None)
    units = Entity.objects.filter(Q(pk=item.entity_id) | before).order_by("pk").values("pk").distinct()
    held = Entity.objects.filter(pk__in=[unit["pk"] for unit in units]).order_by("pk")
    list(held.select_for_update(no_key=True, of=("self",)))


def put_on_record(new: Observation) -> Observation:
    """The version that now stands: the one that says the same already, or `new` as the next version."""
    latest = latest_of(new)
    return latest if latest and says_the_same(latest, new) else append(new, latest)


def latest_of(figure: Observation) -> Observation | None:
    """The last version of the same figure."""
    return Observation.objects.filter(**figure.key).order_by("version").last()


def append(new: Observation, latest: Observation | None) -> Observation:
    """Save `new` as the version after `latest`."""
    new.pk, new.replaces, new.version = None, latest, latest.version + 1 if latest else 1
    new.recorded_at = timezone.now()  # not before: versions come in the order of their moments
    new.save()
    return new


def says_the_same(stands: Observation, new: Observation) -> bool:
    """The same value; and a later "ước" does not take back what was official."""
    same = (stands.value, stands.unit) == (new.value, new.unit)
    return same and RANK[Status(new.status)] <= RANK[Status(stands.status)]


def withdraw(item: ReadItem, *, by: User, keep: Observation | None = None) -> None:
    """Take back what `item` said, but for `keep`; where nothing else says it, the version before stands again."""
    now = timezone.now()
    for source in item.sources.filter(withdrawn_at=None).exclude(observation=keep).select_related("observation"):
        Source.objects.filter(pk=source.pk).update(withdrawn_at=now)
        stands = latest_of(source.observation)
        if stands == source.observation and not stands.sources.filter(withdrawn_at=None).exists():
            _restore(stands, by, now)


def _restore(withdrawn: Observation, by: User, now: datetime) -> None:
    earlier = _last_supported(withdrawn)
    restored = append(
        Observation(
            **withdrawn.key,
            sector=withdrawn.sector,
            start=withdrawn.start,
            end=withdrawn.end,
            status=earlier.status if earlier else withdrawn.status,
            value=earlier.value if earlier else None,
            unit=earlier.unit if earlier else withdrawn.unit,
            citation=earlier.citation if earlier else "",
            url=earlier.url if earlier else "",
            recorded_by=by,
            recorded_at=now,
            demo=withdrawn.demo,
        ),
        withdrawn,
    )
    if earlier:
        _say_again(earlier, restored)


def _say_again(earlier: Observation, restored: Observation) -> None:
    """The words that said the earlier version say the restored one."""
    Source.objects.bulk_create(
        Source(observation=restored, item=said.item, accepted_by=said.accepted_by, accepted_at=said.accepted_at)
        for said in earlier.sources.filter(withdrawn_at=None)
    )


def _last_supported(withdrawn: Observation) -> Observation | None:
    """The last earlier version that was not itself withdrawn: words still say it, or it came from no words of ours."""
    for earlier in Observation.objects.filter(**withdrawn.key, version__lt=withdrawn.version).order_by("-version"):
        if earlier.value is not None and (
            not earlier.sources.exists() or earlier.sources.filter(withdrawn_at=None).exists()
        ):
            return earlier
    return None
