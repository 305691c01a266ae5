"""The rows of the picture, from the record: one query a sector and year, kept until something new is accepted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from django.db.models import Max, Q
from django.utils import timezone

from giaoban.access import require, visible
from giaoban.access.rights import Scope, rights_of
from giaoban.packs import Packs, load_packs
from giaoban.packs.entities import load_entities
from giaoban.records.models import Entity, Observation, User
from giaoban.warehouse import Frame, Reckoner, Row, Shelf
from giaoban.warehouse.frame import WHOLE_KINDS

# Units' own figures: the year and the one before for the comparison; a sector's page has one more for its line.
YEARS_OF_UNITS, YEARS_ON_THE_FIRST_PAGE = 3, 2
SCENARIOS = ("actual", "plan")
FIELDS = ("id", "indicator", "entity_id", "period", "scenario", "status", "value", "demo", "version")
KEPT = 64
WINDOW = 1000  # observations; no transaction stays open while so many others commit

Kept = TypeVar("Kept")
_kept: OrderedDict[Hashable, Any] = OrderedDict()
_latest: OrderedDict[Hashable, tuple[State, Reckoner]] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class Ask:
    """What is asked of the record: whose eyes, which sectors (None: all, headlines only), up to when, known when."""

    by: User
    year: int
    sector: str | None = None
    known: date | None = None


def reckoner_for(ask: Ask) -> Reckoner:
    """A reckoner over the rows that `ask.by` may see. Raises Refused."""
    require(ask.by, "see_picture")
    state, asked = newest(), ("shelf", reach(ask.by), ask.sector, ask.year, ask.known)
    return keep((state, *asked), lambda: _reckoner(ask, state, asked))


def _reckoner(ask: Ask, state: State, asked: Hashable) -> Reckoner:
    """A reckoner for a state of the record: out of the last one and what came since, else out of all rows."""
    with _lock:
        found = _latest.get(asked)
    if found is not None and ask.known is None and (found[1].frame, found[1].today) == (frame(), state.day):
        made = found[1].after(_rows(ask, since=found[0].last - WINDOW))
    else:
        made = Reckoner(Shelf(_rows(ask)), frame(), ask.known or state.day)
    with _lock:
        _latest[asked] = state, made
        while len(_latest) > KEPT:
            _latest.popitem(last=False)
    return made


def keep(key: Hashable, make: Callable[[], Kept]) -> Kept:
    """What was made for the key, made anew where it was not kept; the oldest make room."""
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            found: Kept = _kept[key]
            return found
    made = make()
    with _lock:
        _kept[key] = made
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return made


def forget() -> None:
    """Keep nothing: for tests, whose records are taken back."""
    with _lock:
        _kept.clear()
        _latest.clear()


class State(NamedTuple):
    """One state of the record on a day: whatever is kept under an older one is stale.

    The last observation, and how many of the last thousand there are: transactions that ran side by side may commit
    a lower number after a higher one. The day, as a figure falls due when its period is over.
    """

    last: int
    recent: int
    day: date


def newest() -> State:
    """The state of the record now."""
    last = Observation.objects.aggregate(last=Max("pk"))["last"] or 0
    recent = Observation.objects.filter(pk__gt=last - WINDOW).count()
    return State(last, recent, timezone.localdate())


def reach(by: User) -> str:
    """How far somebody sees: people who see the same share what was reckoned."""
    if rights_of("see_observation").get(by.role) is Scope.ALL:
        return "all"
    return by.entity.path if by.entity else "nothing"


def frame() -> Frame:
    """The packs, the lineage of the units, and the kinds of the units on record."""
    packs = load_packs()
    return keep(("frame", packs.root, Entity.objects.count()), lambda: _frame(packs))


def _frame(packs: Packs) -> Frame:
    kinds = dict(Entity.objects.values_list("key", "kind"))
    return Frame(packs.indicators, load_entities(packs.root), kinds)


def moment_of(known: date) -> datetime:
    """The last moment of a day, in the ministry's own time."""
    return timezone.make_aware(datetime.combine(known + timedelta(days=1), time.min)) - timedelta(microseconds=1)


def _rows(ask: Ask, *, since: int = 0) -> Iterator[Row]:
    """The rows that stand, of observations numbered after `since`."""
    keys = dict(Entity.objects.values_list("pk", "key"))
    for number, indicator, entity, *rest in _query(ask).filter(pk__gt=since).values_list(*FIELDS):
        yield Row(number, indicator, keys[entity], *rest)


def _query(ask: Ask) -> Any:
    years = YEARS_OF_UNITS if ask.sector else YEARS_ON_THE_FIRST_PAGE
    since = date(ask.year - years + 1, 1, 1)
    whole = list(Entity.objects.filter(kind__in=WHOLE_KINDS).values_list("pk", flat=True))
    rows: Any = visible(Observation, ask.by).filter(
        scenario__in=SCENARIOS, breakdown="", end__lte=date(ask.year, 12, 31)
    )
    rows = rows.filter(Q(start__gte=since) | Q(entity__in=whole))
    rows = rows.current() if ask.known is None else rows.known_at(moment_of(ask.known))
    if ask.sector is not None:
        return rows.filter(sector=ask.sector).order_by()
    return rows.filter(indicator__in=_of_headlines()).order_by()


def _of_headlines() -> list[str]:
    """The headline indicators of every sector, and what ratios and weighted means among them are made of."""
    chosen = [one for one in load_packs().indicators.values() if one.headline]
    parts = [part for one in chosen for part in (one.code, one.numerator, one.denominator, one.weight) if part]
    return list(dict.fromkeys(parts))
