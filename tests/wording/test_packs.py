"""Every fault that a check can find has a Vietnamese sentence."""

import ast
from pathlib import Path

import giaoban.packs
from giaoban.packs.faults import Fault
from giaoban.packs.schema import FREQUENCIES, PYTHON_TYPES
from giaoban.wording import packs as wording

ROOM = Path(giaoban.packs.__file__).parent


def fault_codes() -> set[str]:
    """The codes that faults are made with: the first argument of `fault(…)` and `Fault(…)`."""
    found = set()
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if name in {"fault", "Fault"} and node.args[0].value:
                    found.add(str(node.args[0].value))
    return found


def test_every_fault_has_a_sentence_and_every_sentence_a_fault() -> None:
    assert fault_codes() == set(wording.SAYINGS)


def test_every_shape_and_period_has_its_words() -> None:
    assert set(wording.SHAPES) == set(PYTHON_TYPES)
    assert set(wording.FREQUENCIES) == set(FREQUENCIES)


def test_a_fault_says_where_what_and_what_to_do() -> None:
    fault = Fault("missing", "post/indicators.toml", 12, "unit")
    assert wording.say_fault(fault) == "post/indicators.toml, dòng 12, mục «unit»: còn thiếu. Hãy thêm unit = …."
