"""A check of packs names file, line and key of every fault, and warns of what is asked for twice."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.core.errors import PackError
from giaoban.packs.check import check
from giaoban.packs.faults import Fault
from giaoban.packs.load import read_packs
from giaoban.wording.packs import say_fault

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


@pytest.mark.parametrize("unit", ["123", "%%", "tỷ đông", "ty đồng", "trieu thuê bao", "tỷ"])
def test_a_unit_with_lost_marks_or_without_a_noun_is_unreadable(folder: Folder, unit: str) -> None:
    faults = check(folder(rows=ROWS.replace('"triệu lượt"', f'"{unit}"'))).faults
    assert [told(fault) for fault in faults] == [("unreadable_unit", "visits/indicators.toml", 5, "unit")]


@pytest.mark.parametrize("unit", ["trạm", "lao động", "hợp đồng", "thuê bao 2G", "đồng", "nghìn tỷ đồng", "USD"])
def test_a_sound_unit_is_no_slip(folder: Folder, unit: str) -> None:
    assert check(folder(rows=ROWS.replace('"triệu lượt"', f'"{unit}"'))).sound


def test_indicators_made_of_one_another_go_in_a_circle(folder: Folder) -> None:
    rows = ROWS.replace('rollup = "sum"\n', 'rollup = "ratio_of_sums"\nnumerator = "visits.share"\n'
                        'denominator = "visits.share"\n')  # fmt: skip
    faults = [told(fault) for fault in check(folder(rows=rows)).faults]
    assert ("made_of_itself", "visits/indicators.toml", 8, "numerator") in faults
    assert ("made_of_itself", "visits/indicators.toml", 21, "weight") in faults


def test_one_table_where_a_list_belongs_is_a_fault_and_no_silence(folder: Folder) -> None:
    faults = check(folder(rows=ROWS[: ROWS.index("\n[[")].replace("[[indicator]]", "[indicator]"))).faults
    assert [told(fault) for fault in faults] == [("misshapen_table", "visits/indicators.toml", 1, "indicator")]
    assert "Hãy viết [[indicator]]" in say_fault(faults[0])


def test_a_folder_of_indicators_without_its_pack_file_is_a_fault(folder: Folder) -> None:
    (folder() / "births").mkdir()
    (folder() / "births" / "indicators.toml").write_text("", encoding="utf-8")
    assert [told(fault) for fault in check(folder()).faults] == [("no_pack_file", "births/pack.toml", 1, "sector")]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        pytest.param(b"\x00\x01\x02", "not_toml", 1, id="a binary file"),
        pytest.param(b"PK\x03\x04\xff\xfe\x9c", "not_utf8", 1, id="a zip with the name of a pack"),
        pytest.param(ROWS.encode("utf-16"), "not_utf8", 1, id="UTF-16"),
        pytest.param(b"# one\nname = 'Kh\xe1m'\n", "not_utf8", 2, id="the line of the first wrong letter"),
        pytest.param(b"a = 1\na = 2\n", "not_toml", 2, id="a key that stands twice"),
        pytest.param(b"[[indicator]\n", "not_toml", 1, id="a bracket that is missing"),
    ],
)
def test_a_file_that_cannot_be_read_says_so(folder: Folder, content: bytes, code: str, line: int) -> None:
    root = folder()
    (root / "visits" / "indicators.toml").write_bytes(content)
    assert [(fault.code, fault.line) for fault in check(root).faults] == [(code, line)]


def test_a_byte_order_mark_is_no_fault(folder: Folder) -> None:
    root = folder()
    for name in ("visits/indicators.toml", "visits/pack.toml", "sources.toml"):
        (root / name).write_bytes(b"\xef\xbb\xbf" + (root / name).read_bytes())
    assert check(root).sound
    assert len(read_packs(root).indicators) == 2


UNITS = """[[entity]]
key = "ward:1"
kind = "ward"
name = "Phường Một"
source = "form"

[[event]]
kind = "rename"
on = 2025-07-01
predecessors = ["ward:1"]
name = "Phường Một Mới"
source = "form"
"""


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "key"),
    [
        pytest.param('name = "Phường Một"', "", "missing", 1, "name", id="a unit without a name"),
        pytest.param('"form"\n\n', '"from"\n\n', "unknown_source", 5, "source", id="a source nobody lists"),
        pytest.param('kind = "rename"', 'kind = "marry"', "not_allowed", 8, "kind", id="an event nobody knows"),
        pytest.param("on = 2025-07-01", 'on = "1/7/2025"', "wrong_type", 9, "on", id="a day in quotation marks"),
        pytest.param('["ward:1"]', '"ward:1"', "wrong_type", 10, "predecessors", id="one unit where a list belongs"),
        pytest.param("[[event]]", "[[evnet]]", "unknown_table", 7, "evnet", id="a misspelt table"),
        pytest.param('["ward:1"]', '["ward:9"]', "units_faulty", 10, "ward:9", id="an event of nobody"),
    ],
)
def test_a_fault_of_units_and_events_is_named(
    folder: Folder, old: str, new: str, code: str, line: int, key: str
) -> None:
    assert old in UNITS
    root = folder()
    (root / "entities").mkdir()
    (root / "entities" / "wards.toml").write_text(UNITS, encoding="utf-8")
    assert check(root).sound
    (root / "entities" / "wards.toml").write_text(UNITS.replace(old, new, 1), encoding="utf-8")
    [fault] = check(root).faults
    assert told(fault) == (code, "entities/wards.toml", line, key)


def test_units_that_contradict_one_another_are_told_in_words(folder: Folder) -> None:
    root = folder()
    (root / "entities").mkdir()
    (root / "entities" / "wards.toml").write_text(UNITS.replace('["ward:1"]', '["ward:9"]'), encoding="utf-8")
    assert say_fault(check(root).faults[0]) == (
        "entities/wards.toml, dòng 10, mục «ward:9»: có lỗi: Đơn vị «ward:9» chưa được khai báo. "
        "Hãy khai báo đơn vị trước khi nhắc tới. Hãy đối chiếu với văn bản gốc rồi sửa mục này."
    )


REGIMES = """default = "monthly"

[[regime]]
code = "monthly"
name = "Báo cáo tháng"
calendar = "decree-09-2019"
frequency = ["month"]
source = "form"
"""


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "key"),
    [
        pytest.param('"decree-09-2019"', '"lunar"', "unknown_calendar", 6, "calendar", id="a calendar nobody knows"),
        pytest.param('default = "monthly"', 'default = "m"', "unknown_regime", 1, "default", id="no such default"),
        pytest.param('["month"]', '["moon"]', "not_allowed", 7, "frequency", id="a period nobody knows"),
        pytest.param('"form"', '"from"', "unknown_source", 8, "source", id="a source nobody lists"),
        pytest.param("calendar =", "calender =", "unknown_key", 6, "calender", id="a misspelt key"),
    ],
)
def test_a_fault_of_the_regimes_is_named(folder: Folder, old: str, new: str, code: str, line: int, key: str) -> None:
    assert old in REGIMES
    root = folder()
    (root / "regimes.toml").write_text(REGIMES, encoding="utf-8")
    assert check(root).sound
    (root / "regimes.toml").write_text(REGIMES.replace(old, new, 1), encoding="utf-8")
    assert (code, "regimes.toml", line, key) in [told(fault) for fault in check(root).faults]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text("ab.%", max_size=3) | st.dates() | st.floats(-1, 1),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=3,
)
BROKEN = {"visits/indicators.toml": ROWS, "visits/pack.toml": PACK, "sources.toml": SOURCES,
          "entities/wards.toml": UNITS, "regimes.toml": REGIMES}  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_value_of_any_key_breaks_the_check_and_what_it_calls_sound_loads(data: st.DataObject) -> None:
    spoilt = data.draw(st.sampled_from(sorted(BROKEN)))
    lines = BROKEN[spoilt].splitlines()
    place = data.draw(st.sampled_from([number for number, line in enumerate(lines) if "=" in line]))
    lines[place] = lines[place].split("=")[0] + "= " + as_toml(data.draw(VALUES))
    with TemporaryDirectory() as folder:
        for name, text in {**BROKEN, spoilt: "\n".join(lines)}.items():
            (Path(folder) / name).parent.mkdir(exist_ok=True)
            (Path(folder) / name).write_text(text, encoding="utf-8")
        report = check(Path(folder))
        assert all(say_fault(fault) for fault in (*report.faults, *report.warnings))
        if report.sound:
            packs = read_packs(Path(folder))
            assert all(one is not None for one in (packs.lexicon, packs.entities, packs.regimes, packs.matcher))


def as_toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case list():
            return f"[{', '.join(map(as_toml, value))}]"
        case dict():
            return "{ " + ", ".join(f"{key} = {as_toml(one)}" for key, one in value.items()) + " }"
        case date() | int() | float():
            return str(value)
        case _:
            return f'"{value or ""}"'


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
