"""Tables and keys are found by line, whatever stands inside texts."""

from giaoban.packs.lines import places_in

TEXT = '''# a comment = 1
top = 1

[defaults]   # for all
good = "up"

[[indicator]]
note = """
[not_a_table]
not_a_key = 2
"""
wordings = [
    "doanh thu = x",
]
unit = "%"

[[indicator]]
unit = "người"
'''


def test_keys_are_found_in_their_own_table() -> None:
    places = places_in(TEXT)
    assert places.line("", 0, "top") == 2
    assert places.line("defaults", 0, "good") == 5
    assert places.line("indicator", 0, "unit") == 15
    assert places.line("indicator", 1, "unit") == 18


def test_long_texts_hold_neither_tables_nor_keys() -> None:
    places = places_in(TEXT)
    assert ("not_a_table", 0) not in places.tables
    assert not any(key == "not_a_key" for _, _, key in places.keys)


def test_a_missing_key_is_shown_at_its_table() -> None:
    assert places_in(TEXT).line("indicator", 1, "code") == 17
