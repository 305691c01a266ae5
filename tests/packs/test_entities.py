"""The shipped units: provinces, ministries, levels, departments; and what a faulty file is told."""

import csv
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from giaoban.core.errors import PackError
from giaoban.packs.entities import load_counts, load_entities
from giaoban.packs.load import shipped

MERGER = date(2025, 7, 1)
BEFORE = MERGER - timedelta(days=1)
TODAY = date(2026, 10, 31)
FACTS = Path(__file__).parents[3] / "shared" / "research" / "provinces.csv"


@pytest.fixture(scope="module")
def lineage():
    return load_entities(shipped())


def test_there_are_63_provinces_before_1_july_2025_and_34_after(lineage):
    assert [len(lineage.at(day, "province")) for day in (date(2021, 1, 1), BEFORE, MERGER, TODAY)] == [63, 63, 34, 34]


def test_23_units_are_formed_of_52_and_11_stay_as_they_were(lineage):
    born = [unit for unit in lineage.at(MERGER, "province") if unit.valid_from == MERGER]
    assert len(born) == 23
    assert sum(len(lineage.forebears(unit.key, BEFORE)) for unit in born) == 52


def test_there_are_6_cities_in_2025_and_7_since_dong_nai(lineage):
    ranks = [Counter(unit.rank for unit in lineage.at(day, "province")) for day in (BEFORE, MERGER, TODAY)]
    assert [(count["tỉnh"], count.total() - count["tỉnh"]) for count in ranks] == [(57, 6), (28, 6), (27, 7)]
    assert lineage.entity("province:dong-nai-2025", date(2026, 4, 29)).name == "Tỉnh Đồng Nai"
    assert lineage.entity("province:dong-nai-2025", date(2026, 4, 30)).name == "Thành phố Đồng Nai"
    assert lineage.entity("province:dong-nai-2025", date(2026, 4, 30)).code == "75"


def test_seven_codes_and_the_same_seven_names_change_hands(lineage):
    def owners(attribute: str) -> dict[str, tuple[str, str]]:
        old = {getattr(unit, attribute): unit for unit in lineage.at(BEFORE, "province")}
        new = {getattr(unit, attribute): unit for unit in lineage.at(MERGER, "province")}
        other = "name" if attribute == "code" else "code"
        return {
            value: (getattr(old[value], other), getattr(new[value], other))
            for value in old.keys() & new.keys()
            if getattr(old[value], other) != getattr(new[value], other)
        }

    assert set(owners("code")) == {"15", "24", "44", "52", "80", "82", "91"}
    assert owners("name")["Tỉnh Lào Cai"] == ("10", "15")
    assert owners("code")["91"] == ("Tỉnh Kiên Giang", "Tỉnh An Giang")
    assert len(owners("name")) == 7


def test_hue_is_a_city_since_2025_and_keeps_its_old_name_as_alias(lineage):
    assert lineage.entity("province:hue", date(2024, 12, 31)).name == "Tỉnh Thừa Thiên Huế"
    assert lineage.entity("province:hue", date(2025, 1, 1)).name == "Thành phố Huế"
    assert [unit.key for unit in lineage.named("Thừa Thiên – Huế", kind="province", on=TODAY)] == ["province:hue"]


@pytest.mark.parametrize(
    ("written", "on", "key"),
    [
        ("Hoà Bình", BEFORE, "province:hoa-binh"),
        ("tỉnh Thanh Hoá", TODAY, "province:thanh-hoa"),
        ("TP.HCM", BEFORE, "province:ho-chi-minh"),
        ("Thành phố Hồ Chí Minh", TODAY, "province:ho-chi-minh-2025"),
        ("Bà Rịa – Vũng Tàu", BEFORE, "province:ba-ria-vung-tau"),
        ("Đắc Lắc", BEFORE, "province:dak-lak"),
        ("KHÁNH HOÀ", TODAY, "province:khanh-hoa-2025"),
    ],
)
def test_a_province_is_found_however_it_is_written(lineage, written, on, key):
    assert [unit.key for unit in lineage.named(written, kind="province", on=on)] == [key]


def test_every_unit_that_ends_has_an_heir_and_every_heir_its_forebears(lineage):
    for unit in lineage.at(BEFORE, "province"):
        (heir,) = lineage.heirs(unit.key, TODAY)
        assert unit.key in lineage.forebears(heir, BEFORE)


@pytest.mark.skipif(not FACTS.exists(), reason="the list of facts is not at hand")
def test_the_units_agree_with_the_official_conversion(lineage):
    for row in csv.DictReader(FACTS.read_text(encoding="utf-8").splitlines()):
        (old,) = lineage.by_code(row["old_code"], kind="province", on=BEFORE)
        (new,) = lineage.by_code(row["new_code"], kind="province", on=MERGER)
        assert old in lineage.named(row["old_name"], kind="province", on=BEFORE)
        assert (lineage.heirs(old.key, MERGER), new.name) == ((new.key,), row["new_name"])


def test_a_count_of_the_63_is_told_in_the_34_and_keeps_its_total(lineage):
    figures = {unit.key: Decimal(number) for number, unit in enumerate(lineage.at(BEFORE, "province"))}
    told = lineage.restate(figures, as_of=BEFORE, boundaries=TODAY)
    assert (len(told.values), told.total, told.unallocated) == (34, sum(range(63)), 0)
    back = lineage.restate(told.values, as_of=TODAY, boundaries=BEFORE)
    assert (len(back.values), back.total) == (63, sum(range(63)))
    assert sum(value is not None for value in back.values.values()) == 11


def test_each_function_has_one_ministry_before_and_after_1_march_2025(lineage):
    day = date(2025, 3, 1)
    before = {unit.parent for unit in lineage.at(day - timedelta(days=1), "function")}
    after = {unit.key: unit.parent for unit in lineage.at(day, "function")}
    assert before == {"ministry:tttt"}
    assert after["function:telecom"] == after["function:digital_government"] == "ministry:khcn"
    assert after["function:press"] == after["function:publishing"] == "ministry:vhttdl"
    assert after["function:security"] == "ministry:cong-an"


def test_what_the_former_ministry_reported_as_a_whole_has_no_heir_for_certain(lineage):
    told = lineage.restate({"ministry:tttt": Decimal(100)}, as_of=date(2025, 2, 28), boundaries=TODAY)
    assert told.unallocated == 100
    kept = lineage.restate({"function:post": Decimal(7)}, as_of=date(2025, 2, 28), boundaries=TODAY)
    assert (kept.values["function:post"], kept.unallocated) == (7, 0)


def test_districts_end_as_a_level(lineage):
    assert "level:district" in {unit.key for unit in lineage.at(BEFORE, "level")}
    assert "level:district" not in {unit.key for unit in lineage.at(MERGER, "level")}


def test_provincial_communes_add_up_to_the_country():
    counts = load_counts(shipped())
    country = {(count.level, count.on): count.units for count in counts if not count.unit}
    assert sum(count.units for count in counts if count.unit) == country["level:commune", MERGER] == 3321
    assert country["level:district", date(2025, 1, 4)] == 696


def test_every_province_has_its_departments_and_they_merge_with_it(lineage):
    def keys(day: date) -> Counter[str]:
        return Counter(unit.key.partition(":")[0] for unit in lineage.at(day, "provincial_department"))

    assert keys(date(2025, 2, 28)) == {"so-tttt": 63, "so-khcn": 63, "so-vhttdl": 63}
    assert keys(BEFORE) == {"so-khcn": 63, "so-vhttdl": 63}
    assert keys(TODAY) == {"so-khcn": 34, "so-vhttdl": 34}
    assert lineage.heirs("so-tttt:hoa-binh", TODAY) == ("so-khcn:phu-tho-2025", "so-vhttdl:phu-tho-2025")
    assert [unit.key for unit in lineage.named("Sở TT&TT Hà Nội", on=date(2024, 1, 1))] == ["so-tttt:ha-noi"]


def test_every_fact_says_where_it_comes_from_and_how_sure_it_is(lineage):
    ours = {"province", "ministry", "function", "level", "provincial_department"}
    for unit in lineage:
        for state in lineage.states(unit.key):
            if state.kind in ours:
                assert state.source, state.key
                assert state.status in {"stated", "inferred", "memory"}, state.key
    assert all(event.source and event.status for event in lineage.events if event.kind != "rename")


def test_a_file_means_its_own_sources_first(lineage):
    body, function = lineage.entity("department:cuc-bao-chi", BEFORE), lineage.entity("function:digital_economy")
    assert lineage.states(body.key)[0].status == "memory"
    assert lineage.states(function.key)[0].status == "inferred"
    assert (body.parent, body.status) == ("ministry:vhttdl", "inferred")


def pack_of(folder: Path, text: str) -> Path:
    (folder / "entities").mkdir()
    (folder / "entities" / "mine.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "code", "line", "says"),
    [
        pytest.param("[[entity]\n", "entity_unreadable", None, "", id="not TOML"),
        pytest.param('[[entity]]\nkind = "a"\nkey = "a:1"\n', "entity_faulty", 3, "thiếu name", id="no name"),
        pytest.param(
            '[[entity]]\nkind = "a"\nname = "A"\nkey = "a:1"\nvalid_from = "hôm qua"\n',
            "entity_faulty", 4, "valid_from", id="a day that is no day",
        ),
        pytest.param('[[event]]\nkind = "marry"\non = 2025-01-01\n', "entity_faulty", 1, "marry", id="no such event"),
        pytest.param(
            '[[entity]]\nkey = "a:1"\nkind = "a"\nname = "A"\nsource = "nowhere"\n',
            "entity_faulty", 2, "nowhere", id="a source nobody lists",
        ),
        pytest.param('[[entity]]\nkey = "a:1"\nkind = "a"\nname = "A"\naliases = 3\n',
                     "packs_unreadable", None, "", id="a number where a list belongs"),
        pytest.param(
            '[[event]]\nkind = "abolish"\non = 2025-01-01\npredecessors = ["a:9"]\n',
            "entities_contradict", 4, "unknown_entity", id="an event of nobody",
        ),
    ],
)  # fmt: skip
def test_a_fault_in_a_file_is_named_with_its_line(tmp_path, text, code, line, says):
    with pytest.raises(PackError) as refused:
        load_entities(pack_of(tmp_path, text))
    assert refused.value.code == code
    if line:
        assert refused.value.details["line"] == line
        assert says in str(refused.value.details["problem"])


def test_another_ministry_brings_units_and_a_rule_and_no_code(tmp_path):
    lineage = load_entities(
        pack_of(
            tmp_path,
            """
            [[entity]]
            key = "ward:1"
            kind = "ward"
            name = "Phường Một"
            source = { text = "quyết định", status = "stated" }

            [[each]]
            of = "ward"
            key = "clinic:{slug}"
            kind = "clinic"
            name = "Trạm y tế {name}"
            """,
        )
    )
    assert [(unit.name, unit.parent) for unit in lineage.at(TODAY, "clinic")] == [("Trạm y tế phường Một", "ward:1")]
    assert lineage.entity("ward:1").source == "quyết định"


def test_a_folder_without_units_has_an_empty_lineage(tmp_path):
    assert len(load_entities(tmp_path)) == 0
