"""`giaoban pack` shows what the sectors measure and checks packs."""

import json
from pathlib import Path

from click.testing import CliRunner

from giaoban.cli.pack import command
from giaoban.packs import load_packs, shipped

HEALTH = Path(__file__).parents[1] / "packs" / "example_health"


def run(*arguments: str) -> tuple[int, str, str]:
    outcome = CliRunner().invoke(command, list(arguments), env={"GIAOBAN_PACKS": str(shipped())})
    return outcome.exit_code, outcome.stdout, outcome.stderr


def test_the_list_as_json_holds_packs_with_their_indicators() -> None:
    status, out, _ = run("list", "--json")
    listing = json.loads(out)
    assert status == 0
    assert [pack["code"] for pack in listing["packs"]] == [sector.code for sector in load_packs(shipped()).sectors]
    post = next(pack for pack in listing["packs"] if pack["code"] == "post")
    revenue = next(one for one in post["indicators"] if one["code"] == "post.revenue")
    assert (revenue["name"], revenue["unit"], revenue["rollup"]) == ("Doanh thu dịch vụ bưu chính", "tỷ đồng", "sum")
    assert revenue["source"]["status"] == "stated"
    assert revenue["responsible_status"] == "inferred"


def test_one_sector_can_be_asked_for() -> None:
    _, out, _ = run("list", "--sector", "security", "--json")
    assert [pack["code"] for pack in json.loads(out)["packs"]] == ["security"]


def test_the_table_shows_names_units_and_periods() -> None:
    status, out, _ = run("list", "--sector", "post")
    assert status == 0
    assert "Bưu chính (post)" in out
    assert "tỷ đồng" in out


def test_a_sector_that_is_not_there_is_said_with_those_that_are() -> None:
    status, _, err = run("list", "--sector", "buuchinh")
    assert status == 2
    assert "Lĩnh vực «buuchinh» không có" in err
    assert "telecom" in err


def test_another_folder_can_be_listed() -> None:
    _, out, _ = run("list", "--json", "--from", str(HEALTH))
    assert json.loads(out)["ministry"] == "Bộ Y tế (ví dụ)"


def test_the_shipped_packs_are_checked_by_default() -> None:
    status, out, _ = run("check")
    assert status == 0
    assert "không có lỗi" in out


def test_a_fault_is_said_with_file_line_and_key_and_the_command_fails(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "pack.toml").write_text('[sector]\ncode = "a"\nname = "Thử"\n', encoding="utf-8")
    (tmp_path / "a" / "indicators.toml").write_text('[[indicator]]\ncode = "a.b"\nnane = "Một"\n', encoding="utf-8")
    status, out, _ = run("check", str(tmp_path))
    assert status == 1
    assert "a/indicators.toml, dòng 3, mục «nane»: không có mục này" in out
    assert "(có phải «name»?)" in out


def test_a_folder_without_packs_is_refused_kindly(tmp_path: Path) -> None:
    status, _, err = run("check", str(tmp_path))
    assert status == 2
    assert "không có gói lĩnh vực nào" in err
