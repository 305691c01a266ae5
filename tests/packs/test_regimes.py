"""Which calendar a figure is cut by is data of the ministry."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from giaoban.core.errors import PackError
from giaoban.core.periods import month
from giaoban.packs import load_packs
from giaoban.packs.regimes import load_regimes
from giaoban.wording.errors import say

INDICATORS = load_packs().indicators
HEALTH = Path(__file__).parent / "example_health"


def test_a_regime_gives_a_period_its_days():
    regimes = load_regimes().by_code
    april = month(2022, 4)
    assert regimes["administrative"].period(april).start == date(2022, 3, 15)
    assert regimes["briefing"].period(april) == april
    assert regimes["statistical"].period(april).end == date(2022, 4, 30)


def test_an_indicator_follows_the_regime_of_its_form_and_else_the_default():
    regimes = load_regimes()
    asked = next(indicator for indicator in INDICATORS.values() if "BCCP-02" in indicator.forms)
    assert regimes.of(asked).code == "statistical"
    assert regimes.of(INDICATORS["security.attacks"]) is regimes.default


def test_every_form_of_the_packs_belongs_to_a_regime():
    known = {form for regime in load_regimes().by_code.values() for form in regime.forms}
    assert {form for indicator in INDICATORS.values() for form in indicator.forms} <= known


def test_every_regime_carries_its_source():
    for regime in load_regimes().by_code.values():
        assert regime.source.text
        assert regime.source.url or regime.source.status == "inferred"


def test_a_regime_holds_from_its_first_day():
    administrative = load_regimes().by_code["administrative"]
    assert not administrative.in_force(date(2019, 3, 11))
    assert administrative.in_force(date(2019, 3, 12))


def test_a_regime_ends_before_the_first_day_it_no_longer_holds():
    ended = replace(load_regimes().default, valid_to=date(2025, 3, 1))
    assert ended.in_force(date(2025, 2, 28))
    assert not ended.in_force(date(2025, 3, 1))


def test_a_period_of_an_indicator_has_the_days_of_its_regime(tmp_path, monkeypatch):
    shutil.copytree(HEALTH, tmp_path, dirs_exist_ok=True)
    (tmp_path / "regimes.toml").write_text(regime(calendar="decree-09-2019"), encoding="utf-8")
    monkeypatch.setenv("GIAOBAN_PACKS", str(tmp_path))
    april = load_packs().reported("visits.insured", month(2022, 4))
    assert (april.code, april.start, april.end) == ("2022-04", date(2022, 3, 15), date(2022, 4, 14))
    assert load_regimes().default.code == "a"


def test_another_ministry_brings_its_own_cutoff(tmp_path):
    (tmp_path / "regimes.toml").write_text(
        'default = "monthly"\n[[regime]]\ncode = "monthly"\nname = "Báo cáo tháng"\ncalendar = "opens-on-21"\n'
        'frequency = ["month"]\nsource = { text = "Thông tư thử nghiệm" }\n',
        encoding="utf-8",
    )
    assert load_regimes(tmp_path).default.period(month(2022, 4)).start == date(2022, 3, 21)


def test_a_folder_without_regimes_counts_civil_months(tmp_path):
    assert load_regimes(tmp_path).default.period(month(2022, 4)) == month(2022, 4)


def regime(default: str = "a", calendar: str = "calendar", frequency: str = "[]") -> str:
    return (
        f'default = "{default}"\n[[regime]]\ncode = "a"\nname = "A"\ncalendar = "{calendar}"\n'
        f'frequency = {frequency}\nsource = {{ text = "x" }}\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(regime(calendar="lunar"), id="an unknown calendar"),
        pytest.param(regime(default="b"), id="a default that is not there"),
        pytest.param(regime(frequency='["eon"]'), id="an unknown kind of period"),
        pytest.param("regime = 1", id="no list of regimes"),
        pytest.param("[[", id="no TOML at all"),
    ],
)
def test_a_faulty_regime_is_told_with_its_file(tmp_path, text: str):
    (tmp_path / "regimes.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as refused:
        load_regimes(tmp_path)
    assert "regimes.toml" in say(refused.value)


def test_the_regimes_of_this_page_load(tmp_path):
    (tmp_path / "regimes.toml").write_text(regime(), encoding="utf-8")
    assert load_regimes(tmp_path).default.code == "a"
