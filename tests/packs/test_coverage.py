"""Nothing of the ministry's lists was lost. Needs the lists beside the repository; skips without them."""

import csv
from pathlib import Path

import pytest

from giaoban.packs import load_packs, shipped

LISTS = Path(__file__).parents[3] / "shared"
PACKS = load_packs(shipped())
MEASURED = {"measurement", "index"}


def rows(path: str) -> list[dict[str, str]]:
    file = LISTS / path
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


INDICATORS = rows("research/indicators.csv")
COVERAGE = rows("coverage.csv")
needs_lists = pytest.mark.skipif(not INDICATORS or not COVERAGE, reason="the lists are not beside the repository")


@needs_lists
def test_every_listed_indicator_is_in_a_pack_with_its_source() -> None:
    held = {
        (name, indicator.source.url) for indicator in PACKS.indicators.values() for name in
        (indicator.name, *indicator.listed_as)
    }  # fmt: skip
    names = {name for name, _ in held}
    assert [row["name_vi"] for row in INDICATORS if row["name_vi"] not in names] == []
    addresses = {indicator.source.url for indicator in PACKS.indicators.values()}
    known = addresses | {source.url for source in _sources()}
    assert [row["source"] for row in INDICATORS if row["source"] not in known] == []


@needs_lists
def test_every_measurement_and_index_has_an_indicator() -> None:
    covered = {number for indicator in PACKS.indicators.values() for number in indicator.coverage}
    wanted = [row for row in COVERAGE if row["kind"] in MEASURED or row["capability"].startswith("indicator")]
    assert [row["name_vi"] for row in wanted if int(row["no"]) not in covered] == []


@needs_lists
def test_the_list_of_coverage_has_every_row_under_its_name() -> None:
    written = (Path(__file__).parents[2] / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert [row["no"] for row in COVERAGE if f"| {row['no']} | {row['name_vi']} |" not in written] == []


@needs_lists
def test_inferred_reporters_are_marked_so() -> None:
    inferred = {row["name_vi"] for row in INDICATORS if row["reporter"].startswith("(suy luận)")}
    for indicator in PACKS.indicators.values():
        if inferred & {indicator.name, *indicator.listed_as[:1]} and not indicator.forms:
            assert indicator.responsible_status == "inferred", indicator.code


@needs_lists
def test_periods_that_no_text_states_are_marked_inferred() -> None:
    doubtful = {row["name_vi"] for row in INDICATORS if "chưa xác minh" in row["frequency"]}
    stated = [one for one in PACKS.indicators.values() if one.frequency_status == "stated"]
    assert [one.code for one in stated if doubtful & {one.name, *one.listed_as}] == []


def _sources():  # type: ignore[no-untyped-def]
    return [indicator.source for indicator in PACKS.indicators.values()]
