"""Figures of one day's units, told in the units of another day, without guessing.

Going forward a merger adds up and a split needs stated shares; going back it is the other way round.
What no stated share covers is kept as unallocated, so that the total never changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal, localcontext

from giaoban.core.errors import SuccessionError
from giaoban.core.rounding import divide, multiply
from giaoban.core.succession.flows import Flow
from giaoban.core.totals import Rule

# Products of stated shares are kept to the last digit: the context's default 28 digits would lose some of a
# long chain, and a total would change.
_EXACT = Context(prec=2000)
_SUMMED = frozenset({Rule.SUM})


@dataclass(frozen=True)
class Restated:
    """The figures in the asked boundaries.

    values       unit → figure; None where it is not reported or cannot be known
    unallocated  the part of the total that belongs to no unit of those boundaries, or to none for certain
    missing      unit → the reporting units behind it that did not report
    undivided    unit → the units behind it whose figure could not be divided or joined
    by_unit      the unallocated part by the unit it was last known for
    rule         how these figures are put together
    """

    values: Mapping[str, Decimal | None]
    unallocated: Decimal = Decimal(0)
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    undivided: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_unit: Mapping[str, Decimal] = field(default_factory=dict)
    rule: Rule = Rule.SUM

    @property
    def total(self) -> Decimal | None:
        """All that was reported, unallocated included; None when nothing was, and for figures that do not add up."""
        if self.rule not in _SUMMED:
            return None
        known = [value for value in self.values.values() if value is not None]
        if not known and not self.by_unit:
            return None
        with localcontext(_EXACT):
            return sum(known, self.unallocated)


@dataclass(frozen=True)
class _Held:
    """What a unit holds on the way: a figure, and what is wrong with it."""

    value: Decimal | None = None
    missing: frozenset[str] = frozenset()
    undivided: frozenset[str] = frozenset()

    def part(self, share: Decimal) -> _Held:
        return _Held(None if self.value is None else self.value * share, self.missing, self.undivided)

    def unknown(self, source: str) -> _Held:
        return _Held(None, self.missing, self.undivided | {source})

    def joined(self, other: _Held, rule: Rule) -> _Held:
        missing, undivided = self.missing | other.missing, self.undivided | other.undivided
        known = [value for value in (self.value, other.value) if value is not None]
        if not known:
            return _Held(None, missing, undivided)
        return _Held(max(known) if rule is Rule.MAX else sum(known, Decimal(0)), missing, undivided)


def carry(values: Mapping[str, Decimal | None], flows: Iterable[Flow], rule: Rule) -> Restated:
    """Carry figures through the flows in order.

    Sums are added and divided; a maximum passes mergers only; a figure of any other rule passes only where
    its unit is left alone, since a mean or a share of two units is not the sum of theirs.
    """
    held = {key: _Held(value, frozenset() if value is not None else frozenset({key})) for key, value in values.items()}
    pot: dict[str, _Held] = {}
    with localcontext(_EXACT):
        for flow in flows:
            _cross(held, flow, rule, pot)
        return _restated(held, pot, rule)


def _cross(held: dict[str, _Held], flow: Flow, rule: Rule, pot: dict[str, _Held]) -> None:
    # All sources leave first: a unit may be source and heir of the same event.
    leaving = {key: held.pop(key) for key in flow if key in held}
    for source, holding in leaving.items():
        for heir, share in flow[source].items():
            held[heir] = held.get(heir, _Held()).joined(_passed(holding, source, share, flow, rule), rule)
        _leave_rest(holding, source, flow[source], rule, pot)


def _passed(holding: _Held, source: str, share: Decimal | None, flow: Flow, rule: Rule) -> _Held:
    certain = share is not None and _stated(flow[source]) == 1
    if rule in _SUMMED and share is not None:
        part = holding.part(share)
        return part if certain else _Held(part.value, part.missing, part.undivided | {source})
    if rule is Rule.MAX and share == 1 and len(flow[source]) == 1:
        return holding
    return holding.unknown(source)


def _stated(heirs: Mapping[str, Decimal | None]) -> Decimal:
    return sum((share for share in heirs.values() if share is not None), Decimal(0))


def _leave_rest(
    holding: _Held, source: str, heirs: Mapping[str, Decimal | None], rule: Rule, pot: dict[str, _Held]
) -> None:
    rest = 1 - _stated(heirs)
    if rule in _SUMMED and rest and (holding.value is not None or not heirs):
        pot[source] = pot.get(source, _Held()).joined(holding.part(rest), rule)


def _restated(held: Mapping[str, _Held], pot: Mapping[str, _Held], rule: Rule) -> Restated:
    by_unit = {key: holding.value for key, holding in pot.items() if holding.value is not None}
    everyone = {**pot, **held}
    return Restated(
        values={key: holding.value for key, holding in held.items()},
        unallocated=sum(by_unit.values(), Decimal(0)),
        missing={key: tuple(sorted(held.missing)) for key, held in everyone.items() if held.missing},
        undivided={key: tuple(sorted(held.undivided)) for key, held in everyone.items() if held.undivided},
        by_unit=by_unit,
        rule=rule,
    )


def quotient(above: Restated, below: Restated, rule: Rule, per: Decimal = Decimal(1)) -> Restated:
    """`per` times the ratio of two restated sums, unit by unit; None where either is not whole.

    A ratio of a part of the units is not the ratio of the unit: a missing or undivided part makes it None.
    """
    values: dict[str, Decimal | None] = {}
    for key in {**above.values, **below.values}:
        top, bottom = above.values.get(key), below.values.get(key)
        faulty = any(key in side for part in (above, below) for side in (part.missing, part.undivided))
        values[key] = None if faulty or top is None or not bottom else divide(multiply(top, per), bottom)
    return Restated(
        values,
        missing=_either(above.missing, below.missing),
        undivided=_either(above.undivided, below.undivided),
        rule=rule,
    )


def _either(one: Mapping[str, tuple[str, ...]], other: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(sorted({*one.get(key, ()), *other.get(key, ())})) for key in {**one, **other}}


def weighted(values: Mapping[str, Decimal | None], weights: Mapping[str, Decimal | None]) -> dict[str, Decimal | None]:
    """Each figure times its weight; None where either is not reported.

    Raises SuccessionError `no_weight` for a unit that has no weight at all.
    """
    products: dict[str, Decimal | None] = {}
    for key, value in values.items():
        if key not in weights:
            raise SuccessionError("no_weight", key=key)
        weight = weights[key]
        products[key] = None if value is None or weight is None else multiply(value, weight)
    return products
