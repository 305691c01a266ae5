"""Counted nouns: what a bare number before them counts, and what it does not."""

from __future__ import annotations

from .lexicon import phrase_table, words_of

COUNTED = phrase_table("counted")
"""First word → counted nouns, longest first."""
NOT_COUNTED = phrase_table("not_counted")
"""First word → nouns whose numbers are no figures."""
STOP_WORDS = words_of("no_nouns")
"""Words that cannot begin the name of what is counted."""
DURATIONS = frozenset(("năm", "tháng", "ngày", "giờ", "phút", "giây", "tuần", "quý", "tuổi"))
