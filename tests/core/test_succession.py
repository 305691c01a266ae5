"""Units that merge, split, change name, code or parent; and figures told in the boundaries of another day."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.core.errors import SuccessionError
from giaoban.core.rounding import add
from giaoban.core.succession import Entity, Event, EventKind, Lineage, fold_name, in_boundaries, match_name
from giaoban.core.succession.events import STRUCTURAL
from giaoban.core.totals import Rule, total

MERGER = date(2025, 7, 1)
BEFORE, AFTER = MERGER - timedelta(days=1), MERGER + timedelta(days=30)


def unit(key: str, **given) -> Entity:
    return Entity(key=key, kind=given.pop("kind", "province"), name=given.pop("name", key), **given)


def merger(**shares: str) -> Lineage:
    """Hòa Bình, Phú Thọ and Vĩnh Phúc become the new Phú Thọ; Cao Bằng is left alone."""
    event = Event(
        EventKind.MERGE,
        MERGER,
        ("hoa-binh", "phu-tho", "vinh-phuc"),
        ("phu-tho-2025",),
        shares={key.replace("_", "-"): Decimal(share) for key, share in shares.items()},
    )
    return Lineage([unit(key) for key in ("hoa-binh", "phu-tho", "vinh-phuc", "phu-tho-2025", "cao-bang")], [event])


def split(**shares: str) -> Lineage:
    event = Event(
        EventKind.SPLIT, MERGER, ("whole",), ("one", "two"), shares={k: Decimal(v) for k, v in shares.items()}
    )
    return Lineage([unit(key) for key in ("whole", "one", "two")], [event])


def restate(lineage: Lineage, figures: dict[str, int | None], as_of: date, boundaries: date, **how):
    values = {key: None if value is None else Decimal(value) for key, value in figures.items()}
    return lineage.restate(values, as_of=as_of, boundaries=boundaries, **how)


def test_a_merged_unit_holds_the_sum_of_its_forebears():
    told = restate(merger(), {"hoa-binh": 1, "phu-tho": 2, "vinh-phuc": 4, "cao-bang": 8}, BEFORE, AFTER)
    assert told.values == {"phu-tho-2025": 7, "cao-bang": 8}
    assert (told.unallocated, told.total, told.missing) == (0, 15, {})


def test_the_day_of_the_event_already_stands_in_the_new_boundaries():
    assert restate(merger(), {"phu-tho-2025": 7}, MERGER, AFTER).values == {"phu-tho-2025": 7}
    with pytest.raises(SuccessionError) as refused:
        restate(merger(), {"phu-tho": 7}, MERGER, AFTER)
    assert (refused.value.code, refused.value.details["key"]) == ("not_alive", "phu-tho")


def test_what_a_merged_unit_had_cannot_be_given_back_to_its_forebears():
    told = restate(merger(), {"phu-tho-2025": 7, "cao-bang": 8}, AFTER, BEFORE)
    assert told.values == {"hoa-binh": None, "phu-tho": None, "vinh-phuc": None, "cao-bang": 8}
    assert told.unallocated == 7
    assert told.by_unit == {"phu-tho-2025": 7}
    assert told.undivided["hoa-binh"] == ("phu-tho-2025",)


def test_stated_shares_take_a_merged_unit_apart():
    told = restate(merger(hoa_binh="0.25", phu_tho="0.5", vinh_phuc="0.25"), {"phu-tho-2025": 10}, AFTER, BEFORE)
    assert told.values == {"hoa-binh": Decimal("2.5"), "phu-tho": 5, "vinh-phuc": Decimal("2.5")}
    assert (told.unallocated, told.undivided) == (0, {})


def test_what_the_stated_shares_leave_over_stays_unallocated():
    told = restate(split(one="0.75"), {"whole": 100}, BEFORE, AFTER)
    assert told.values == {"one": 75, "two": None}
    assert told.unallocated == 25
    assert told.undivided["two"] == ("whole",)


def test_a_split_without_shares_is_never_guessed():
    told = restate(split(), {"whole": 100}, BEFORE, AFTER)
    assert told.values == {"one": None, "two": None}
    assert told.unallocated == told.total == 100


def test_parts_of_a_split_add_up_again_going_back():
    assert restate(split(), {"one": 30, "two": 12}, AFTER, BEFORE).values == {"whole": 42}


def test_a_missing_report_travels_with_the_merged_unit():
    told = restate(merger(), {"hoa-binh": 1, "phu-tho": None, "vinh-phuc": 4}, BEFORE, AFTER)
    assert told.values == {"phu-tho-2025": 5}
    assert told.missing == {"phu-tho-2025": ("phu-tho",)}


def test_nothing_reported_is_not_zero():
    told = restate(merger(), {"hoa-binh": None, "phu-tho": None}, BEFORE, AFTER)
    assert told.values == {"phu-tho-2025": None}
    assert told.total is None


def test_an_abolished_unit_leaves_its_figure_to_nobody():
    lineage = Lineage([unit("district")], [Event(EventKind.ABOLISH, MERGER, ("district",))])
    told = restate(lineage, {"district": 9}, BEFORE, AFTER)
    assert (dict(told.values), told.unallocated, told.total) == ({}, 9, 9)
    assert lineage.heirs("district", AFTER) == ()


def test_a_unit_that_received_cannot_be_taken_back_to_what_it_was():
    handed = Event(EventKind.SPLIT, MERGER, ("ministry",), ("a", "b"), receivers=("a", "b"))
    lineage = Lineage([unit("ministry"), unit("a"), unit("b")], [handed])
    forward = restate(lineage, {"ministry": 100, "a": 1, "b": 2}, BEFORE, AFTER)
    assert forward.values == {"a": 1, "b": 2}
    assert (forward.unallocated, forward.undivided["a"]) == (100, ("ministry",))
    back = restate(lineage, {"a": 51, "b": 52}, AFTER, BEFORE)
    assert (back.values["a"], back.values["ministry"], back.unallocated) == (None, None, 103)


@pytest.mark.parametrize("rule", [Rule.NOT_ADDITIVE, Rule.MEAN, Rule.LAST, Rule.RATIO_OF_SUMS, Rule.WEIGHTED_MEAN])
def test_a_rate_of_two_units_is_not_the_sum_of_their_rates(rule):
    told = restate(merger(), {"hoa-binh": 50, "phu-tho": 60, "vinh-phuc": 70, "cao-bang": 80}, BEFORE, AFTER, rule=rule)
    assert told.values == {"phu-tho-2025": None, "cao-bang": 80}
    assert told.undivided["phu-tho-2025"] == ("hoa-binh", "phu-tho", "vinh-phuc")
    assert told.unallocated == 0


def test_a_ratio_is_made_again_from_its_parts():
    above = {"hoa-binh": Decimal(1), "phu-tho": Decimal(1), "vinh-phuc": Decimal(1), "cao-bang": Decimal(1)}
    below = {"hoa-binh": Decimal(2), "phu-tho": Decimal(4), "vinh-phuc": Decimal(6), "cao-bang": Decimal(4)}
    how = {"rule": Rule.RATIO_OF_SUMS, "numerators": above, "denominators": below}
    told = merger().restate({}, as_of=BEFORE, boundaries=AFTER, **how)
    assert told.values == {"phu-tho-2025": 25, "cao-bang": 25}
    assert merger().restate({}, as_of=BEFORE, boundaries=AFTER, per=Decimal(1), **how).values["cao-bang"] == Decimal(
        "0.25"
    )
    gone = merger().restate({}, as_of=BEFORE, boundaries=AFTER, **{**how, "numerators": {**above, "phu-tho": None}})
    assert gone.values["phu-tho-2025"] is None
    assert gone.missing["phu-tho-2025"] == ("phu-tho",)


def test_a_restated_ratio_is_the_ratio_that_a_total_of_its_forebears_gives():
    above = {"hoa-binh": Decimal(3), "phu-tho": Decimal(5), "vinh-phuc": Decimal(1)}
    below = {"hoa-binh": Decimal(7), "phu-tho": Decimal(11), "vinh-phuc": Decimal(5)}
    parts = {"numerators": above, "denominators": below}
    told = merger().restate({}, as_of=BEFORE, boundaries=AFTER, rule=Rule.RATIO_OF_SUMS, **parts)
    assert told.values["phu-tho-2025"] == total(Rule.RATIO_OF_SUMS, above, **parts).value


def test_rates_have_no_total():
    rates = {"hoa-binh": 50, "cao-bang": 80}
    assert restate(merger(), rates, BEFORE, BEFORE, rule=Rule.MEAN).total is None
    assert restate(merger(), rates, BEFORE, BEFORE).total == 130


def test_a_weighted_mean_is_made_again_from_its_weights():
    rates = {"hoa-binh": Decimal(10), "phu-tho": Decimal(40), "vinh-phuc": Decimal(10)}
    weights = {"hoa-binh": Decimal(1), "phu-tho": Decimal(2), "vinh-phuc": Decimal(1)}
    told = merger().restate(rates, as_of=BEFORE, boundaries=AFTER, rule=Rule.WEIGHTED_MEAN, weights=weights)
    assert told.values == {"phu-tho-2025": 25}


def test_a_unit_that_took_another_in_cannot_be_given_its_own_back():
    taken = Event(EventKind.MERGE, MERGER, ("small",), ("large",), receivers=("large",))
    lineage = Lineage([unit("small"), unit("large")], [taken])
    back = restate(lineage, {"large": 9}, AFTER, BEFORE)
    assert (back.values, back.unallocated) == ({"small": None, "large": None}, 9)


def test_what_two_splits_of_one_unit_leave_over_is_added_up():
    second = MERGER + timedelta(days=10)
    events = [
        Event(EventKind.SPLIT, MERGER, ("whole",), ("whole", "one"), shares={"whole": Decimal("0.5")}),
        Event(EventKind.SPLIT, second, ("whole",), ("whole", "two"), shares={"whole": Decimal("0.5")}),
    ]
    told = restate(Lineage([unit("whole"), unit("one"), unit("two")], events), {"whole": 100}, BEFORE, AFTER)
    assert (told.values, told.by_unit) == ({"whole": 25, "one": None, "two": None}, {"whole": 75})


def test_the_highest_of_the_parts_is_the_highest_of_the_merged_unit():
    assert restate(merger(), {"hoa-binh": 3, "phu-tho": 9}, BEFORE, AFTER, rule=Rule.MAX).values == {"phu-tho-2025": 9}
    assert restate(merger(), {"phu-tho-2025": 9}, AFTER, BEFORE, rule=Rule.MAX).values["phu-tho"] is None


@dataclass(frozen=True)
class Month:
    end: date


def test_a_series_is_asked_as_reported_or_in_the_boundaries_of_one_day():
    june, july = Month(BEFORE), Month(AFTER)
    series = {june: {"hoa-binh": Decimal(1), "phu-tho": Decimal(2)}, july: {"phu-tho-2025": Decimal(5)}}
    assert [told.values for told in in_boundaries(merger(), series, None).values()] == list(series.values())
    in_new = in_boundaries(merger(), series, AFTER)
    assert [told.values["phu-tho-2025"] for told in in_new.values()] == [3, 5]
    assert in_boundaries(merger(), series, BEFORE)[july].unallocated == 5


# Names, codes, parents.


def changing_codes() -> Lineage:
    """Code 15 was Yên Bái's and becomes the new Lào Cai's."""
    entities = [
        unit("lao-cai", name="Tỉnh Lào Cai", code="10"),
        unit("yen-bai", name="Tỉnh Yên Bái", code="15"),
        unit("lao-cai-2025", name="Tỉnh Lào Cai", code="15"),
    ]
    return Lineage(entities, [Event(EventKind.MERGE, MERGER, ("lao-cai", "yen-bai"), ("lao-cai-2025",))])


def test_a_code_belongs_to_one_unit_on_a_day_and_to_several_over_time():
    lineage = changing_codes()
    assert [owner.key for owner in lineage.by_code("15", kind="province", on=BEFORE)] == ["yen-bai"]
    assert [owner.key for owner in lineage.by_code("15", kind="province", on=AFTER)] == ["lao-cai-2025"]
    everyone = lineage.by_code("15", kind="province")
    assert [(owner.key, owner.valid_from, owner.valid_to) for owner in everyone] == [
        ("yen-bai", None, MERGER),
        ("lao-cai-2025", MERGER, None),
    ]


def test_a_name_finds_all_its_bearers_with_their_days():
    lineage = changing_codes()
    assert [bearer.key for bearer in lineage.named("LÀO CAI", on=BEFORE)] == ["lao-cai"]
    assert [bearer.key for bearer in lineage.named("tỉnh Lào Cai")] == ["lao-cai", "lao-cai-2025"]
    assert lineage.named("Yên Bái", on=AFTER) == ()
    assert lineage.heirs("yen-bai", AFTER) == ("lao-cai-2025",)
    assert lineage.forebears("lao-cai-2025", BEFORE) == ("lao-cai", "yen-bai")


@pytest.mark.parametrize("written", ["Hoà Bình", "HÒA BÌNH", "tỉnh  hoà bình", "Hoà\u00a0Bình", "Hoa\u0300 Bi\u0300nh"])
def test_a_name_is_found_in_any_spelling(written):
    assert match_name(written) == match_name("Hòa Bình")


def test_a_tone_mark_tells_names_apart_and_the_dropped_prefix_never_empties_a_name():
    assert match_name("Hoa Bình") != match_name("Hòa Bình")
    assert match_name("Bà Rịa – Vũng Tàu") == match_name("Bà Rịa-Vũng Tàu")
    assert match_name("TP. Hồ Chí Minh") == match_name("Thành phố Hồ Chí Minh")
    assert match_name("Tỉnh") == "tỉnh".replace("ỉ", "i") + "\u0309"
    assert fold_name("TP.Đà Nẵng") == fold_name("Da Nang") == "danang"


def test_promotion_rename_recode_and_move_keep_the_unit_and_its_figures():
    first, second = date(2025, 1, 1), date(2025, 3, 1)
    entities = [
        unit("hue", name="Tỉnh Thừa Thiên Huế", code="46", rank="tỉnh"),
        unit("a", kind="m"),
        unit("b", kind="m"),
    ]
    entities.append(unit("post", kind="function", parent="a"))
    events = [
        Event(EventKind.PROMOTE, first, ("hue",), name="Thành phố Huế", rank="thành phố", source="nghị quyết"),
        Event(EventKind.MOVE, second, ("post",), parent="b"),
        Event(EventKind.RECODE, second, ("hue",), code="47"),
    ]
    lineage = Lineage(entities, events)
    assert [(state.name, state.code) for state in lineage.states("hue")] == [
        ("Tỉnh Thừa Thiên Huế", "46"),
        ("Thành phố Huế", "46"),
        ("Thành phố Huế", "47"),
    ]
    assert lineage.entity("hue", first).source == "nghị quyết"
    assert (lineage.entity("hue").valid_from, lineage.entity("hue").name) == (None, "Thành phố Huế")
    assert [child.key for child in lineage.children("a", first)] == ["post"]
    assert lineage.children("a", second) == ()
    assert restate(lineage, {"hue": 5}, date(2024, 1, 1), AFTER).values == {"hue": 5}


def test_a_unit_with_stated_days_begins_and_ends_on_them():
    lineage = Lineage([unit("paper", valid_from=date(2022, 1, 1), valid_to=MERGER)], [])
    assert [len(lineage.at(day)) for day in (date(2021, 12, 31), date(2022, 1, 1), BEFORE, MERGER)] == [0, 1, 1, 0]
    assert restate(lineage, {"paper": 3}, BEFORE, AFTER).by_unit == {"paper": 3}
    assert restate(lineage, {"paper": 3}, BEFORE, date(2021, 1, 1)).by_unit == {"paper": 3}


A, B, C = unit("a"), unit("b"), unit("c")


@pytest.mark.parametrize(
    ("entities", "events", "code"),
    [
        pytest.param([A, A], [], "key_twice", id="one key for two units"),
        pytest.param([A], [Event(EventKind.ABOLISH, MERGER, ("x",))], "unknown_entity", id="a unit nobody declared"),
        pytest.param(
            [A, B, C],
            [Event(EventKind.MERGE, MERGER, ("a", "b"), ("c",)), Event(EventKind.ABOLISH, AFTER, ("a",))],
            "not_alive",
            id="a unit that has ended",
        ),
        pytest.param(
            [A, B, C],
            [Event(EventKind.CREATE, MERGER, successors=("c",)), Event(EventKind.MERGE, AFTER, ("a", "b"), ("c",))],
            "born_twice",
            id="born twice",
        ),
        pytest.param([A, B], [Event(EventKind.MERGE, MERGER, ("a",), ("b",))], "merge_needs_two", id="a merger of one"),
        pytest.param([A, B], [Event(EventKind.SPLIT, MERGER, ("a",), ("b",))], "wrong_number_of_units", id="into one"),
        pytest.param([A, B], [Event(EventKind.MERGE, MERGER, ("a", "a"), ("b",))], "unit_twice", id="itself twice"),
        pytest.param([A], [Event(EventKind.RENAME, MERGER, ("a",))], "nothing_changes", id="renamed to nothing"),
        pytest.param(
            [A, B, C],
            [Event(EventKind.SPLIT, MERGER, ("a",), ("b", "c"), shares={"b": Decimal("0.7"), "c": Decimal("0.4")})],
            "shares_exceed_whole",
            id="more than the whole",
        ),
        pytest.param(
            [A, B, C],
            [Event(EventKind.SPLIT, MERGER, ("a",), ("b", "c"), shares={"a": Decimal(1)})],
            "share_of_stranger",
            id="a share for no heir",
        ),
        pytest.param(
            [A, B, C],
            [Event(EventKind.SPLIT, MERGER, ("a",), ("b", "c"), shares={"b": Decimal(-1)})],
            "share_below_zero",
            id="a share below zero",
        ),
        pytest.param(
            [A, B, C],
            [Event(EventKind.SPLIT, MERGER, ("a",), ("b", "c"), receivers=("a",))],
            "receiver_is_no_successor",
            id="a receiver that receives nothing",
        ),
        pytest.param(
            [A, B, unit("c", valid_from=BEFORE)],
            [Event(EventKind.MERGE, MERGER, ("a", "b"), ("c",))],
            "dates_disagree",
            id="born on another day than stated",
        ),
        pytest.param(
            [unit("a", valid_from=MERGER, valid_to=BEFORE)], [], "ends_before_it_begins", id="ended before it began"
        ),
        pytest.param([unit("a", code="1"), unit("b", code="1")], [], "code_taken", id="one code, two owners"),
        pytest.param([unit("a", name="n"), unit("b", name="n")], [], "name_taken", id="one name, two bearers"),
        pytest.param(
            [A, unit("b", parent="a")],
            [Event(EventKind.ABOLISH, MERGER, ("a",))],
            "parent_not_alive",
            id="left orphaned",
        ),
        pytest.param([unit("a", parent="b"), unit("b", parent="a")], [], "parent_circle", id="each under the other"),
    ],
)
def test_events_that_contradict_one_another_are_refused(entities, events, code):
    with pytest.raises(SuccessionError) as refused:
        Lineage(entities, events)
    assert refused.value.code == code


def test_a_weight_nobody_gave_is_named():
    with pytest.raises(SuccessionError, match="no_weight"):
        merger().restate({"phu-tho": Decimal(1)}, as_of=BEFORE, boundaries=AFTER, rule=Rule.WEIGHTED_MEAN, weights={})


# No sequence of events changes a total.

START = date(2020, 1, 1)


class History:
    """A random but consistent past: every drawn event takes living units and gives them new or living heirs."""

    def __init__(self, draw) -> None:
        self.draw = draw
        self.alive = [f"u{number}" for number in range(draw(st.integers(1, 6)))]
        self.keys = list(self.alive)
        self.events: list[Event] = []
        on = START
        for _ in range(draw(st.integers(0, 8))):
            # Two events of one day happen in the order of the file.
            on += timedelta(days=draw(st.sampled_from([10, 10, 0])))
            self.happen(on)

    def new(self) -> str:
        self.keys.append(f"u{len(self.keys)}")
        return self.keys[-1]

    def some(self, least: int) -> tuple[str, ...]:
        chosen = st.lists(st.sampled_from(self.alive), min_size=least, max_size=len(self.alive), unique=True)
        return tuple(self.draw(chosen))

    def shares(self, keys: tuple[str, ...]) -> dict[str, Decimal]:
        thousandths = [self.draw(st.integers(0, 1000 // len(keys))) for _ in keys]
        stated = {key: Decimal(part) / 1000 for key, part in zip(keys, thousandths, strict=True)}
        if self.draw(st.booleans()):
            stated[keys[0]] += 1 - sum(stated.values())
        return {key: share for key, share in stated.items() if self.draw(st.integers(0, 4))}

    def happen(self, on: date) -> None:
        kinds = ["merge", "take_over", "split", "split", "hand_out", "abolish", "create", "change"]
        getattr(self, self.draw(st.sampled_from(kinds)))(on)
        self.alive = [key for key in self.alive if not any(key in gone.predecessors and key not in gone.successors
                      and gone.kind in STRUCTURAL for gone in self.events)]  # fmt: skip

    def merge(self, on: date) -> None:
        if len(self.alive) >= 2:
            taken = self.some(2)
            self.record(Event(EventKind.MERGE, on, taken, (self.new(),), shares=self.shares(taken)))

    def take_over(self, on: date) -> None:
        if len(self.alive) >= 2:
            taken = self.some(2)
            self.record(Event(EventKind.MERGE, on, taken[1:], taken[:1], receivers=taken[:1]))

    def split(self, on: date) -> None:
        if self.alive:
            (whole,) = self.some(1)[:1]
            keeps = (whole,) if self.draw(st.booleans()) else ()
            parts = (*keeps, self.new(), self.new())
            self.record(Event(EventKind.SPLIT, on, (whole,), parts, shares=self.shares(parts)))

    def hand_out(self, on: date) -> None:
        if len(self.alive) >= 3:
            whole, *heirs = self.some(3)
            self.record(
                Event(EventKind.SPLIT, on, (whole,), tuple(heirs), tuple(heirs), shares=self.shares(tuple(heirs)))
            )

    def abolish(self, on: date) -> None:
        if self.alive:
            self.record(Event(EventKind.ABOLISH, on, self.some(1)[:1]))

    def create(self, on: date) -> None:
        self.record(Event(EventKind.CREATE, on, successors=(self.new(),)))

    def change(self, on: date) -> None:
        if self.alive:
            new = f"mới {len(self.events)}"
            kind = self.draw(st.sampled_from([EventKind.RENAME, EventKind.PROMOTE, EventKind.RECODE]))
            self.record(Event(kind, on, self.some(1)[:1], name=new, rank=new, code=new))

    def record(self, event: Event) -> None:
        self.events.append(event)
        self.alive += [key for key in event.born() if key not in self.alive]


@st.composite
def histories(draw) -> Lineage:
    past = History(draw)
    return Lineage([unit(key) for key in past.keys], past.events)


# Mostly before or after everything, and on the very days of events.
days = st.sampled_from([0, 90, 0, 90, *range(0, 91, 10), 5, 45]).map(lambda number: START + timedelta(days=number))
figures = st.one_of(st.none(), *[st.decimals(-(10**18), 10**18, allow_nan=False, places=6)] * 3)


@settings(max_examples=300, deadline=None)
@given(histories(), days, days, st.data())
def test_no_sequence_of_events_changes_any_total(lineage, as_of, boundaries, data):
    values = {entity.key: data.draw(figures, label=entity.key) for entity in lineage.at(as_of)}
    told = lineage.restate(values, as_of=as_of, boundaries=boundaries)
    reported = [value for value in values.values() if value is not None]
    # The sums of the test must be as exact as the reckoning: Python's own keeps 28 digits.
    assert add([*(v for v in told.values.values() if v is not None), told.unallocated]) == add(reported)
    assert told.total == (add(reported) if reported else None)
    assert set(told.values) <= {entity.key for entity in lineage.at(boundaries)}


@given(histories(), days, days, st.data())
def test_between_two_events_every_figure_stays_as_it_is(lineage, as_of, boundaries, data):
    values = {entity.key: data.draw(figures, label=entity.key) for entity in lineage.at(as_of)}
    told = lineage.restate(values, as_of=as_of, boundaries=boundaries)
    first, last = sorted((as_of, boundaries))
    if not any(first < event.on <= last for event in lineage.events if event.kind in STRUCTURAL):
        assert (told.values, told.unallocated) == (values, 0)


@settings(deadline=None)
@given(histories(), days, days, st.data())
def test_every_missing_report_is_named_wherever_it_went(lineage, as_of, boundaries, data):
    values = {entity.key: data.draw(figures, label=entity.key) for entity in lineage.at(as_of)}
    told = lineage.restate(values, as_of=as_of, boundaries=boundaries)
    named = {key for keys in told.missing.values() for key in keys}
    assert named == {key for key, value in values.items() if value is None}
