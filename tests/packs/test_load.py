"""Packs are read from a folder, in order, with their defaults and sources."""

from datetime import date
from pathlib import Path

import pytest

from giaoban.core.errors import PackError
from giaoban.packs import Source, load_packs, shipped

PACK = '[sector]\ncode = "{code}"\nname = "{name}"\norder = {order}\n'
INDICATOR = """
[[indicator]]
code = "{code}"
name = "{name}"
unit = "người"
frequency = ["year"]
rollup = "sum"
over_time = "last"
source = {{ text = "Ví dụ" }}
"""


def write_pack(root: Path, code: str, name: str, order: int, *indicators: str) -> None:
    folder = root / code
    folder.mkdir()
    (folder / "pack.toml").write_text(PACK.format(code=code, name=name, order=order), encoding="utf-8")
    (folder / "indicators.toml").write_text("".join(indicators), encoding="utf-8")


def test_sectors_come_in_their_order_and_keep_their_indicators(tmp_path: Path) -> None:
    write_pack(tmp_path, "b", "Thứ hai", 2, INDICATOR.format(code="b.one", name="Một"))
    write_pack(tmp_path, "a", "Thứ nhất", 1, INDICATOR.format(code="a.two", name="Hai"))
    packs = load_packs(tmp_path)
    assert [sector.code for sector in packs.sectors] == ["a", "b"]
    assert [one.code for one in packs.of_sector("b")] == ["b.one"]
    assert packs.of_sector("nowhere") == []


def test_a_row_overrides_the_defaults_of_its_file(tmp_path: Path) -> None:
    defaults = '[defaults]\nresponsible = "Vụ A"\ngood = "up"\n'
    own = INDICATOR.format(code="a.one", name="Một") + 'responsible = "Vụ B"\n'
    write_pack(tmp_path, "a", "Thử", 1, defaults, own, INDICATOR.format(code="a.two", name="Hai"))
    one, two = load_packs(tmp_path).of_sector("a")
    assert (one.responsible, two.responsible) == ("Vụ B", "Vụ A")
    assert one.good == two.good == "up"


def test_several_indicator_files_make_one_sector(tmp_path: Path) -> None:
    write_pack(tmp_path, "a", "Thử", 1, INDICATOR.format(code="a.one", name="Một"))
    more = INDICATOR.format(code="a.two", name="Hai")
    (tmp_path / "a" / "indicators-more.toml").write_text(more, encoding="utf-8")
    assert {one.code for one in load_packs(tmp_path).of_sector("a")} == {"a.one", "a.two"}


def test_a_source_may_be_named_once_for_many(tmp_path: Path) -> None:
    row = INDICATOR.format(code="a.one", name="Một").replace('{ text = "Ví dụ" }', '"circular"')
    write_pack(tmp_path, "a", "Thử", 1, row)
    (tmp_path / "sources.toml").write_text('[circular]\ntext = "Thông tư"\nstatus = "inferred"\n', encoding="utf-8")
    assert load_packs(tmp_path).indicators["a.one"].source == Source("Thông tư", "", "inferred")


def test_days_of_validity_are_days(tmp_path: Path) -> None:
    write_pack(tmp_path, "a", "Thử", 1, INDICATOR.format(code="a.one", name="Một") + "valid_to = 2025-07-01\n")
    assert load_packs(tmp_path).indicators["a.one"].valid_to == date(2025, 7, 1)


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param("[[indicator]\n", id="not TOML"),
        pytest.param('[[indicator]]\ncode = "a.one"\n', id="keys are missing"),
        pytest.param(INDICATOR.format(code="a.one", name="Một") + 'colour = "đỏ"\n', id="a key nobody knows"),
    ],
)
def test_packs_that_cannot_be_loaded_say_so(tmp_path: Path, broken: str) -> None:
    write_pack(tmp_path, "a", "Thử", 1, broken)
    with pytest.raises(PackError) as caught:
        load_packs(tmp_path)
    assert caught.value.code == "packs_unreadable"
    assert caught.value.details["root"] == str(tmp_path)


def test_the_shipped_packs_are_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIAOBAN_PACKS", raising=False)
    assert load_packs() is load_packs(shipped())


def test_another_folder_can_be_named_for_the_whole_product(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write_pack(tmp_path, "a", "Thử", 1, INDICATOR.format(code="a.one", name="Một"))
    monkeypatch.setenv("GIAOBAN_PACKS", str(tmp_path))
    assert list(load_packs().indicators) == ["a.one"]
