"""The map of the provinces: every unit in its place, every figure said without colour, nothing the browser refuses."""

import re
from datetime import date
from decimal import Decimal

import pytest
from lxml import etree

from giaoban.core.errors import PackError
from giaoban.packs.load import load_packs, shipped
from giaoban.packs.tiles import layout_of, load_layouts
from giaoban.web.map_scale import scale_of
from giaoban.web.maps import Words, draw_map

OLD, NEW = date(2024, 1, 1), date(2026, 10, 31)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def no_imported_boundaries(tmp_path, monkeypatch):
    monkeypatch.setenv("GIAOBAN_VAR", str(tmp_path))


def figures(on: date) -> dict[str, Decimal | None]:
    return {unit.key: Decimal(n * 10) for n, unit in enumerate(load_packs(shipped()).entities.at(on, "province"))}


def drawn(on: date, values=None, **how) -> etree._Element:
    values = figures(on) if values is None else values
    return etree.fromstring(draw_map(values, on=on, title="Doanh thu", packs=load_packs(shipped()), **how))


@pytest.mark.parametrize(("on", "count"), [(OLD, 63), (NEW, 34)])
def test_every_unit_of_the_day_has_a_tile_and_both_archipelagos_are_there(on, count):
    labels = drawn(on).xpath("//*[@data-unit]/@aria-label")
    assert len(labels) == count + 2
    assert [label.partition(" –")[0] for label in labels[-2:]] == ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"]


@pytest.mark.parametrize(("on", "of"), [(OLD, ("da-nang", "khanh-hoa")), (NEW, ("da-nang-2025", "khanh-hoa-2025"))])
def test_the_archipelagos_belong_to_their_provinces_and_lie_east_of_every_tile(on, of):
    layout = layout_of(shipped(), {unit.key for unit in load_packs(shipped()).entities.at(on, "province")})
    assert [islands.of for islands in layout.islands] == [f"province:{slug}" for slug in of]
    assert all(islands.column > layout.columns for islands in layout.islands)
    paracels, spratlys = layout.islands
    places = {tile.key: tile.row for tile in layout.tiles}
    assert abs(paracels.row - places[paracels.of]) <= 1
    assert spratlys.row > places[spratlys.of]


def test_neighbours_stand_as_on_the_ground():
    for layout in load_layouts(shipped()):
        place = {tile.short: tile for tile in layout.tiles}
        assert place["HNo"].row < place["THo"].row < place["NAn"].row < place["Huế"].row < place["ĐNg"].row
        assert place["ĐNg"].row < place["QNg"].row < place["KHò"].row < place["HCM"].row < place["CMa"].row
        assert place["ĐBi"].column == 0
        assert place["CMa"].row == layout.rows - 1
        assert place["KHò"].column == layout.columns - 1
        assert place["LSo"].column > place["HNo"].column > place["SLa"].column
        assert len({(tile.column, tile.row) for tile in layout.tiles}) == len(layout.tiles)


def test_a_tile_says_name_figure_and_class_without_colour():
    svg = drawn(NEW, say=lambda value: f"{value} tỷ đồng", brief=str, link=lambda key: f"/x?unit={key}&on=1")
    link = svg.find(f".//{SVG}a[@data-unit='province:ha-noi']")
    assert link.get("href") == "/x?unit=province:ha-noi&on=1"
    assert link.get("aria-label") == "Thành phố Hà Nội: 0 tỷ đồng (nhóm 1/5)"
    assert link.find(f"{SVG}title").text == link.get("aria-label")
    assert [text.text for text in link.findall(f"{SVG}text")] == ["Hà Nội", "HNo", "0"]
    bars = [svg.find(f".//{SVG}a[@data-unit='{key}']/{SVG}path[2]").get("d").count("z") for key in figures(NEW)]
    assert set(bars) == {1, 2, 3, 4, 5}


def test_what_is_not_reported_is_said_and_is_no_class():
    values = {**figures(NEW), "province:ha-noi": None}
    svg = drawn(NEW, values)
    tile = svg.find(f".//{SVG}g[@data-unit='province:ha-noi']")
    assert tile.get("aria-label") == "Thành phố Hà Nội: chưa có số liệu"
    assert "map-missing" in tile.find(f"{SVG}path").get("class")
    assert "chưa có số liệu" in svg.xpath("string(//*[@role='list'])")


def test_the_map_has_a_title_and_a_description_that_names_the_extremes():
    svg = drawn(NEW).find(f"{SVG}svg")
    assert svg.get("aria-labelledby") == "map-title map-desc"
    assert [svg.find(f"{SVG}{part}").get("id") for part in ("title", "desc")] == ["map-title", "map-desc"]
    assert svg.find(f"{SVG}desc").text == "34/34; Thành phố Hà Nội: 0 – Tỉnh Cà Mau: 330"


def test_a_map_without_any_figure_still_draws():
    svg = drawn(NEW, {})
    assert svg.find(f".//{SVG}desc").text == "chưa có số liệu"
    assert len(svg.xpath("//*[contains(@class, 'map-missing')]")) == 34 + 2 + 1


def test_nothing_in_it_needs_an_inline_style_or_script():
    text = draw_map(figures(NEW), on=NEW, title="<script>", description='"&', packs=load_packs(shipped()))
    assert not re.search(r"style=|<script|<style|on\w+=", text)
    assert "&lt;script&gt;" in text


def test_words_can_be_of_another_language():
    svg = drawn(NEW, {}, words=Words(missing="not reported", sea="East Sea"))
    assert "not reported" in svg.xpath("string()")
    assert "Biển Đông" not in svg.xpath("string()")


def test_units_nobody_laid_out_are_refused_with_their_number():
    with pytest.raises(PackError) as refused:
        draw_map({}, on=NEW, title="", packs=load_packs(shipped()), kind="ministry")
    assert (refused.value.code, refused.value.details) == ("no_layout", {"units": 3})


def test_classes_hold_about_as_many_units_each_and_never_part_equals():
    scale = scale_of([Decimal(number) for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)])
    assert [(step.low, step.high, step.units) for step in scale.steps] == [
        (1, 2, 2),
        (3, 4, 2),
        (5, 6, 2),
        (7, 8, 2),
        (9, 10, 2),
    ]
    tied = scale_of([Decimal(0)] * 8 + [Decimal(1), Decimal(2)])
    assert [(step.low, step.units) for step in tied.steps] == [(0, 8), (1, 2)]
    assert scale_of([None]).number(Decimal(1)) is None
    assert [scale.number(Decimal(value)) for value in (-5, 1, 4, 99)] == [1, 1, 2, 5]


def test_a_joined_unit_that_lacks_a_part_says_so_and_is_hatched_in_tile_and_legend():
    key = next(iter(figures(NEW)))
    lacks = "1/2 đơn vị hợp thành đã báo cáo, còn thiếu Hà Nam"
    svg = drawn(NEW, partial={key: lacks})
    tile = svg.xpath(f"//*[@data-unit='{key}']")[0]
    assert lacks in tile.get("aria-label")
    assert lacks in tile.find(f"{SVG}title").text
    hatch = svg.xpath("//*[local-name()='pattern']/@id")
    assert hatch == ["map-hatch"]
    hatched = svg.xpath("//*[@fill='url(#map-hatch)']/ancestor::*[@data-unit or @role='listitem']")
    assert [found.get("data-unit") or found.get("role") for found in hatched] == ["listitem", key]
    assert "còn thiếu đơn vị hợp thành" in " ".join(svg.xpath("//*[@role='listitem']//text()"))


def test_a_map_of_whole_figures_has_no_hatch():
    assert drawn(NEW).xpath("//*[local-name()='pattern']") == []
