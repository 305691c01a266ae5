"""A check of packs names file, line and key of every fault, and warns of what is asked for twice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from giaoban.core.errors import PackError
from giaoban.packs.check import check
from giaoban.packs.faults import Fault

PACK = """[sector]
code = "visits"
name = "Khám bệnh"
"""
ROWS = """[[indicator]]
code = "visits.all"
name = "Số lượt khám bệnh"
wordings = ["lượt khám"]
unit = "triệu lượt"
frequency = ["month"]
rollup = "sum"
over_time = "sum"
source = "form"

[[indicator]]
code = "visits.share"
name = "Tỷ lệ lượt khám có bảo hiểm"
wordings = ["tỷ lệ khám có bảo hiểm"]
unit = "%"
frequency = ["month"]
rollup = "weighted_mean"
over_time = "mean"
weight = "visits.all"
source = "form"
"""
AGAIN = """
[[indicator]]
code = "visits.total"
name = "Tổng số lượt khám bệnh"
wordings = ["số lần khám"]
unit = "lượt"
frequency = ["year"]
rollup = "sum"
over_time = "sum"
source = "form"
"""
SOURCES = '[form]\ntext = "Biểu mẫu"\n'
Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A sound folder of packs, with one file changed."""

    def build(rows: str = ROWS, pack: str = PACK, sources: str = SOURCES) -> Path:
        (tmp_path / "visits").mkdir(exist_ok=True)
        for name, text in (("visits/indicators.toml", rows), ("visits/pack.toml", pack), ("sources.toml", sources)):
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return build


def told(fault: Fault) -> tuple[str, str, int, str]:
    return fault.code, fault.file, fault.line, fault.key


def test_a_sound_folder_has_no_faults(folder: Folder) -> None:
    report = check(folder())
    assert report.sound
    assert report.warnings == ()
    assert (report.sectors, report.indicators) == (1, 2)


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "key"),
    [
        pytest.param('unit = "%"', "", "missing", 11, "unit", id="a key is missing: the line of its table"),
        pytest.param('unit = "%"', 'unti = "%"', "unknown_key", 15, "unti", id="a key is misspelt"),
        pytest.param('unit = "%"', "unit = 3", "wrong_type", 15, "unit", id="a number where text belongs"),
        pytest.param('unit = "%"', 'unit = ""', "empty", 15, "unit", id="nothing where something must be"),
        pytest.param('rollup = "sum"', 'rollup = "sums"', "not_allowed", 7, "rollup", id="a rule nobody knows"),
        pytest.param('["month"]', '["moon"]', "not_allowed", 6, "frequency", id="a period nobody knows"),
        pytest.param('["month"]', '"month"', "wrong_type", 6, "frequency", id="text where a list belongs"),
        pytest.param('"visits.all"\nname', '"post.all"\nname', "code_of_other_sector", 2, "code", id="another's code"),
        pytest.param('"visits.all"\nname', '"Visits all"\nname', "ill_formed_code", 2, "code", id="an ill-formed code"),
        pytest.param('"visits.share"', '"visits.all"', "code_twice", 12, "code", id="a code that stands twice"),
        pytest.param('weight = "visits.all"\n', "", "rule_needs", 11, "weight", id="a weighted mean without weight"),
        pytest.param(
            'weight = "visits.all"', 'weight = "visits.al"', "unknown_indicator", 19, "weight", id="a dangling code"
        ),
        pytest.param(
            'weight = "visits.all"', 'weight = "visits.share"', "names_itself", 19, "weight", id="its own weight"
        ),
        pytest.param('rollup = "weighted_mean"', 'rollup = "sum"', "share_summed", 17, "rollup", id="shares added up"),
        pytest.param(
            'source = "form"\n\n', 'source = "from"\n\n', "unknown_source", 9, "source", id="a source nobody lists"
        ),
        pytest.param('source = "form"\n\n', "\n", "missing", 1, "source", id="a fact without a source"),
        pytest.param(
            'unit = "%"',
            'unit = "%"\nvalid_from = 2025-07-01\nvalid_to = 2025-01-01',
            "ends_before_it_begins",
            17,
            "valid_to",
            id="an end before the beginning",
        ),
        pytest.param(
            'unit = "%"',
            'unit = "%"\ntargets = [{ text = "Mười", value = "mười" }]',
            "not_a_number",
            16,
            "targets",
            id="a target in words",
        ),
        pytest.param(
            'unit = "%"',
            'unit = "%"\ntargets = [{ txt = "Mười" }]',
            "unknown_key",
            16,
            "targets.txt",
            id="a misspelt key inside",
        ),
    ],
)
def test_every_fault_is_named_with_its_line_and_key(
    folder: Folder, old: str, new: str, code: str, line: int, key: str
) -> None:
    assert old in ROWS
    faults = check(folder(rows=ROWS.replace(old, new, 1))).faults
    assert (code, "visits/indicators.toml", line, key) in [told(fault) for fault in faults]


def test_one_slip_is_one_fault(folder: Folder) -> None:
    assert len(check(folder(rows=ROWS.replace('unit = "%"', 'unit = ""'))).faults) == 1


def test_text_that_is_not_toml_names_its_line(folder: Folder) -> None:
    faults = check(folder(rows=ROWS.replace('unit = "%"', 'unit = "%'))).faults
    assert [(fault.code, fault.line) for fault in faults] == [("not_toml", 15)]


def test_letters_with_loose_marks_are_found(folder: Folder) -> None:
    faults = check(folder(rows=ROWS.replace("Tỷ lệ", "Ty\u0309 lệ"))).faults
    assert [(fault.code, fault.line) for fault in faults] == [("decomposed", 13)]


def test_a_fault_of_the_defaults_is_shown_where_the_defaults_stand(folder: Folder) -> None:
    rows = '[defaults]\ngood = "upwards"\n\n' + ROWS
    assert {told(fault) for fault in check(folder(rows=rows)).faults} == {
        ("not_allowed", "visits/indicators.toml", 2, "good")
    }


def test_a_sector_without_a_name_is_a_fault_of_its_pack(folder: Folder) -> None:
    faults = check(folder(pack=PACK.replace('name = "Khám bệnh"', ""))).faults
    assert [told(fault) for fault in faults] == [("missing", "visits/pack.toml", 1, "name")]


def test_a_source_must_say_what_it_is(folder: Folder) -> None:
    faults = check(folder(sources='[form]\nurl = "https://example.vn"\n')).faults
    assert [told(fault) for fault in faults] == [("missing", "sources.toml", 1, "text")]


def test_asking_again_is_a_warning_and_no_fault(folder: Folder) -> None:
    report = check(folder(rows=ROWS + AGAIN))
    assert report.sound
    [warning] = report.warnings
    assert told(warning) == ("asked_again", "visits/indicators.toml", 23, "code")
    assert warning.details["earlier"] == "visits.all"


def test_near_indicators_that_name_each_other_are_left_alone(folder: Folder) -> None:
    assert check(folder(rows=ROWS + AGAIN + 'see = ["visits.all"]\n')).warnings == ()


def test_an_indicator_without_wordings_is_a_warning(folder: Folder) -> None:
    report = check(folder(rows=ROWS.replace('wordings = ["lượt khám"]\n', "")))
    assert report.sound
    assert [warning.code for warning in report.warnings] == ["no_wordings"]


def test_one_pack_alone_can_be_checked(folder: Folder) -> None:
    report = check(folder(rows=ROWS.replace('"form"', '{ text = "Biểu mẫu" }')) / "visits")
    assert report.sound
    assert report.indicators == 2


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        check(tmp_path)
    assert caught.value.code == "no_packs"
