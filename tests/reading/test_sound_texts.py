"""A sound report must come out clean: the texts that test figures and tasks contradict nothing."""

import tomllib
from pathlib import Path

import pytest

from giaoban.reading.read import read_text

HERE = Path(__file__).parent
TEXTS = [
    (f"{path.stem} {number}", case["text"])
    for path in sorted([*(HERE / "texts").glob("*.toml"), *(HERE / "tasks").glob("*.toml")])
    for rows in tomllib.loads(path.read_text("utf-8")).values()
    if isinstance(rows, list)
    for number, case in enumerate(rows)
    if isinstance(case, dict) and "text" in case
]


@pytest.mark.parametrize("text", [text for _, text in TEXTS], ids=[name for name, _ in TEXTS])
def test_a_sound_text_comes_out_clean(text):
    assert [(f.rule, f.message) for f in read_text(text).findings if f.severity != "note"] == []
