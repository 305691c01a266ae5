"""The packs of the ministry: complete, readable by the reckoning, and honest about their sources."""

import re
import time
from decimal import Decimal
from pathlib import Path

import pytest

from giaoban.core.totals import Rule
from giaoban.core.units import find_unit
from giaoban.packs import Sector, load_packs, shipped
from giaoban.packs.check import check
from giaoban.packs.load import read_packs

PACKS = load_packs(shipped())
DOCS = Path(__file__).parents[2] / "docs"
CONTRACT_NAMES = {
    "bưu chính", "viễn thông", "hạ tầng số", "CNTT/chính phủ số", "kinh tế số", "xã hội số", "an toàn thông tin",
    "công nghiệp ICT", "báo chí truyền thông", "xuất bản in phát hành", "toàn ngành", "khác",
}  # fmt: skip


def test_the_shipped_packs_have_neither_faults_nor_warnings() -> None:
    report = check(shipped())
    assert [*report.faults, *report.warnings] == []


def test_the_twelve_sectors_carry_the_names_the_reader_writes() -> None:
    assert {sector.contract_name for sector in PACKS.sectors} == CONTRACT_NAMES
    assert len(PACKS.sectors) == 12


@pytest.mark.parametrize("sector", PACKS.sectors, ids=lambda sector: sector.code)
def test_a_sector_has_three_to_eight_headlines(sector: Sector) -> None:
    assert 3 <= len(PACKS.headlines(sector.code)) <= 8


def test_every_indicator_can_be_reckoned_with() -> None:
    for indicator in PACKS.indicators.values():
        assert find_unit(indicator.unit).factor > 0, indicator.code
        assert Rule(indicator.rollup), indicator.code
        assert all(Decimal(target.value or 0).is_finite() for target in indicator.targets), indicator.code


def test_every_indicator_says_where_it_comes_from_and_who_answers() -> None:
    assert [one.code for one in PACKS.indicators.values() if not (one.source.text and one.responsible)] == []


def test_official_names_carry_no_notes() -> None:
    note = re.compile(r"\((TT|QĐ|CTTKQG|suy luận|biểu)")
    assert [one.name for one in PACKS.indicators.values() if note.search(one.name)] == []


def test_every_indicator_has_the_words_of_reports() -> None:
    assert [one.code for one in PACKS.indicators.values() if not one.wordings] == []


def test_a_rank_is_better_when_lower_and_never_added_up() -> None:
    ranks = [one for one in PACKS.indicators.values() if one.unit == "thứ hạng"]
    assert len(ranks) > 8
    assert {(one.good, one.rollup) for one in ranks} == {("down", "not_additive")}


def test_departments_are_known_by_the_names_reports_use() -> None:
    named = PACKS.lexicon.body_names
    assert named["Vụ Kinh tế số Xã hội số"].key == "department:vu-kinh-te-so"
    assert named["Cục Tần số Vô tuyến điện"].sectors == ("telecom",)
    assert named["VNPost"].kind == "enterprise"


def test_every_body_says_whether_it_is_from_memory() -> None:
    assert all(body.source and body.source.status for body in PACKS.bodies)


def test_every_sector_has_headings_and_words() -> None:
    assert all(words.headings and words.strong for words in PACKS.lexicon.sectors)


def test_no_word_settles_two_sectors() -> None:
    settled = [word for words in PACKS.lexicon.sectors for word in words.strong]
    assert len(settled) == len(set(settled))


def test_reading_every_pack_takes_a_blink() -> None:
    took = []
    for _ in range(5):
        begin = time.perf_counter()
        read_packs(shipped())
        took.append(time.perf_counter() - begin)
    assert min(took) < 0.04


def test_the_list_of_coverage_names_the_indicators_that_claim_it() -> None:
    rows = dict(re.findall(r"^\| (\d+) \|(.*)$", (DOCS / "coverage.md").read_text(encoding="utf-8"), re.M))
    assert len(rows) == 221
    for indicator in PACKS.indicators.values():
        for number in indicator.coverage:
            assert f"`{indicator.code}`" in rows[str(number)]


def test_the_list_of_coverage_names_no_indicator_that_is_gone() -> None:
    named = set(re.findall(r"`([a-z_]+(?:\.[a-z0-9_]+)+)`", (DOCS / "coverage.md").read_text(encoding="utf-8")))
    assert named <= set(PACKS.indicators)
