"""A new ministry is a new folder of packs, and no code."""

from pathlib import Path

from giaoban.packs import load_packs
from giaoban.packs.check import check

HEALTH = Path(__file__).parent / "example_health"
PACKS = load_packs(HEALTH)


def test_its_packs_are_sound() -> None:
    report = check(HEALTH)
    assert report.sound
    assert report.warnings == ()


def test_its_sectors_have_their_own_names() -> None:
    assert [sector.code for sector in PACKS.sectors] == ["visits", "vaccination"]
    assert PACKS.lexicon.contract_names["visits"] == "khám bệnh, chữa bệnh"


def test_its_words_and_abbreviations_find_its_indicators() -> None:
    assert PACKS.matcher.best("lượt khám có bảo hiểm y tế", "lượt")[0].code == "visits.insured"
    assert PACKS.matcher.best("mũi vắc xin", "mũi")[0].code == "vaccination.doses"


def test_its_departments_are_named() -> None:
    assert PACKS.lexicon.body_names["Cục KCB"].name == "Cục Quản lý Khám, chữa bệnh"


def test_nothing_of_the_shipped_ministry_comes_along() -> None:
    assert all(code.startswith(("visits.", "vaccination.")) for code in PACKS.indicators)
