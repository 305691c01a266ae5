"""The official boundary file: taken in whole and right, or refused with a sentence that says why."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.cli.boundaries import command
from giaoban.core.errors import DocumentError
from giaoban.exchange.boundaries import read_boundaries
from giaoban.exchange.boundary_store import find_boundaries, list_boundaries, save_boundaries
from giaoban.exchange.outlines import project, simplify_together
from giaoban.packs.load import load_packs, shipped
from giaoban.wording.errors import SENTENCES, say

OLD, NEW = date(2025, 6, 30), date(2026, 10, 31)
PACKS = load_packs(shipped())


def square(west: float, south: float, side: float = 0.9) -> list[list[float]]:
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def features(on: date = NEW) -> list[dict]:
    """Every province of the day as a square of its own, named as such files name them."""
    return [
        {
            "type": "Feature",
            "properties": {"ma_tinh": unit.code, "ten_tinh": unit.name, "stt": number},
            "geometry": {"type": "Polygon", "coordinates": [square(102 + number % 7, 8.5 + number // 7)]},
        }
        for number, unit in enumerate(PACKS.entities.at(on, "province"))
    ]


def write(folder: Path, found: object) -> Path:
    path = folder / "ranh-gioi.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": found}), encoding="utf-8")
    return path


def read(folder: Path, found: object, on: date = NEW):
    return read_boundaries(write(folder, found), PACKS, on)


def refused(folder: Path, found: object, on: date = NEW) -> DocumentError:
    with pytest.raises(DocumentError) as error:
        read(folder, found, on)
    assert error.value.code in SENTENCES
    assert "…" not in say(error.value) or error.value.details.get("day", "") is None
    return error.value


@pytest.mark.parametrize(("on", "count"), [(OLD, 63), (NEW, 34)])
def test_a_file_of_all_units_of_the_day_is_taken_in(tmp_path, on, count):
    boundaries = read(tmp_path, features(on), on)
    assert boundaries.units.keys() == {unit.key for unit in PACKS.entities.at(on, "province")}
    assert len(boundaries.units) == count
    assert all(re.fullmatch(r"(M[\d. L]+Z)+", outline.path) for outline in boundaries.units.values())


def test_names_are_matched_in_any_spelling_even_without_diacritics(tmp_path):
    found = features()
    for feature in found:
        feature["properties"] = {"NAME": feature["properties"]["ten_tinh"].upper().replace("HÒA", "HOÀ")}
    found[0]["properties"]["NAME"] = "Hanoi"
    assert len(read(tmp_path, found).units) == 34


def test_codes_alone_are_enough_and_are_read_as_of_the_day(tmp_path):
    found = features(OLD)
    for feature in found:
        feature["properties"] = {"ma_tinh": int(feature["properties"]["ma_tinh"])}
    boundaries = read(tmp_path, found, OLD)
    assert boundaries.units.keys() == {unit.key for unit in PACKS.entities.at(OLD, "province")}


def test_a_unit_in_several_features_is_one_outline(tmp_path):
    found = features()
    (da_nang,) = [feature for feature in found if feature["properties"]["ten_tinh"] == "Thành phố Đà Nẵng"]
    islands = {**da_nang, "geometry": {"type": "Polygon", "coordinates": [square(111.5, 16.0, 0.5)]}}
    islands["properties"] = {"ten_tinh": "Quần đảo Hoàng Sa"}
    boundaries = read(tmp_path, [*found, islands])
    assert boundaries.units["province:da-nang-2025"].path.count("M") == 2
    assert {place.name: place.drawn for place in boundaries.islands} == {
        "Quần đảo Hoàng Sa": True,
        "Quần đảo Trường Sa": False,
    }


def test_archipelagos_the_file_leaves_out_are_set_in_their_place(tmp_path):
    paracels, spratlys = read(tmp_path, features()).islands
    assert (paracels.of, spratlys.of) == ("province:da-nang-2025", "province:khanh-hoa-2025")
    assert not paracels.drawn
    assert (paracels.x, paracels.y) == project(112.0, 16.5)
    assert spratlys.x > paracels.x
    assert spratlys.y > paracels.y


def test_a_file_of_another_day_is_told_which_day_fits(tmp_path):
    error = refused(tmp_path, features(OLD), NEW)
    assert error.code == "boundary_unknown_units"
    assert error.details["day"] == OLD
    assert "30/6/2025" in say(error) or "30/06/2025" in say(error)
    assert refused(tmp_path, features(NEW), OLD).details["day"] >= date(2025, 7, 1)


def test_missing_and_unknown_units_are_named(tmp_path):
    found = features()
    missing = refused(tmp_path, found[1:])
    assert missing.details["names"] == ["Thành phố Hà Nội"]
    assert "ngày khớp với tệp: không tìm thấy ngày nào" in say(missing)
    found[3]["properties"] = {"ten_tinh": "Tỉnh Không Có"}
    error = refused(tmp_path, found)
    assert (error.code, error.details["names"]) == ("boundary_unknown_units", ["Tỉnh Không Có"])


def test_a_code_of_another_unit_is_caught_on_the_day_it_changed_hands(tmp_path):
    found = features()
    names = [feature["properties"]["ten_tinh"] for feature in found]
    one, other = names.index("Tỉnh Lào Cai"), names.index("Tỉnh Gia Lai")
    codes = [found[place]["properties"]["ma_tinh"] for place in (one, other)]
    found[one]["properties"]["ma_tinh"], found[other]["properties"]["ma_tinh"] = codes[::-1]
    error = refused(tmp_path, found)
    assert (error.code, error.details["name"], error.details["by_code"]) == (
        "boundary_code_and_name_differ", "Tỉnh Lào Cai", "Tỉnh Gia Lai",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("geometry", "code"),
    [
        (None, "boundary_no_area"),
        ({"type": "Point", "coordinates": [105, 21]}, "boundary_no_area"),
        ({"type": "Polygon", "coordinates": []}, "boundary_no_area"),
        ({"type": "Polygon"}, "boundary_no_area"),
        ({"type": "Polygon", "coordinates": [["x"]]}, "boundary_no_area"),
        ({"type": "Polygon", "coordinates": [square(500000, 2300000)]}, "boundary_not_degrees"),
        ({"type": "Polygon", "coordinates": [[[105, float("nan")]] * 4]}, "boundary_not_degrees"),
    ],
)
def test_a_feature_that_is_no_area_of_degrees_is_refused(tmp_path, geometry, code):
    assert refused(tmp_path, [{"type": "Feature", "properties": {}, "geometry": geometry}]).code == code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "boundary_not_json"),
        (b"\xff\xfe\x00", "boundary_not_json"),
        (b"{" * 10, "boundary_not_json"),
        (b"[" * 100_000, "boundary_not_json"),
        (b"[]", "boundary_not_geojson"),
        (b'{"type": "FeatureCollection", "features": []}', "boundary_not_geojson"),
        (b'{"features": [1]}', "boundary_no_area"),
    ],
)
def test_a_file_that_is_no_geojson_is_refused(tmp_path, content, code):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(DocumentError) as error:
        read_boundaries(path, PACKS, NEW)
    assert error.value.code == code
    assert say(error.value)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.sampled_from([105.0, 21.0, "Polygon", "Hà Nội"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["type", "geometry", "coordinates", "properties", "ten"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.lists(json_values, max_size=3))
def test_no_content_however_broken_ends_in_anything_but_a_sentence(tmp_path_factory, found):
    with pytest.raises(DocumentError):
        read(tmp_path_factory.mktemp("broken"), found)


def test_a_common_border_stays_common():
    wiggly = [(10.0 + (0.1 if n % 2 else -0.1) + (3 if n == 20 else 0), float(n)) for n in range(41)]
    left = [*wiggly, (0.0, 40.0), (0.0, 0.0)]
    right = [*reversed(wiggly), (20.0, 0.0), (20.0, 40.0)]
    simple = simplify_together({"left": [left], "right": [right[5:] + right[:5]]})
    (one,), (other,) = simple.values()
    border = [point for point in one if 5 < point[0] < 15]
    assert border == [point for point in reversed(one[:0] + other) if 5 < point[0] < 15] or set(border) == {
        point for point in other if 5 < point[0] < 15
    }
    assert 3 <= len(border) < 12


def test_a_kept_set_is_found_by_its_units_and_replaced_by_a_later_one(tmp_path):
    boundaries = read(tmp_path, features())
    folder = tmp_path / "kept"
    save_boundaries(folder, boundaries)
    assert find_boundaries(folder, boundaries.units) == boundaries
    assert find_boundaries(folder, ["province:ha-noi"]) is None
    later = read(tmp_path, features(), date(2026, 1, 1))
    save_boundaries(folder, later)
    assert [kept for _, kept in list_boundaries(folder)] == [later]
    (folder / "broken.json").write_text("{}", encoding="utf-8")
    assert find_boundaries(folder, boundaries.units) == later


def test_the_command_imports_shows_and_the_map_then_draws_the_outlines(tmp_path, monkeypatch):
    from giaoban.web.maps import draw_map

    monkeypatch.setenv("GIAOBAN_VAR", str(tmp_path / "var"))
    run = CliRunner().invoke
    assert "Chưa nhập" in run(command, ["show"]).output
    assert "province-map tiles" in draw_map({}, on=NEW, title="", packs=PACKS)
    taken = run(command, ["import", str(write(tmp_path, features())), "--on", "2026-10-31"])
    assert (taken.exit_code, "34 đơn vị" in taken.output) == (0, True)
    assert "34 đơn vị, ngày 31/10/2026" in run(command, ["show"]).output
    drawn = draw_map({}, on=NEW, title="", packs=PACKS)
    assert "province-map outlines" in drawn
    assert "Quần đảo Trường Sa" in drawn
    assert "province-map tiles" in draw_map({}, on=OLD, title="", packs=PACKS)


def test_the_command_refuses_with_a_sentence_and_keeps_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("GIAOBAN_VAR", str(tmp_path / "var"))
    done = CliRunner().invoke(command, ["import", str(write(tmp_path, features()[1:])), "--on", "2026-10-31"])
    assert done.exit_code == 1
    assert "Hà Nội" in done.output
    assert not (tmp_path / "var").exists()
