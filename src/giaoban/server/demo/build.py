"""Build the demonstration ministry: units, people, six years of figures, three reports of our own, partly decided."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from giaoban.records.models import Observation, User
from giaoban.server.demo.cast import seat
from giaoban.server.demo.figures import generate
from giaoban.server.demo.fill import fill_figures
from giaoban.server.demo.hand_in import hand_in_reports
from giaoban.server.entities import load_units

Say = Callable[[str], None]


def built() -> bool:
    """Is there anything in the record already? Then it is left alone."""
    return User.objects.exists()


def build(*, say: Say = print) -> None:
    """Build everything, or, where one step fails, nothing."""
    with transaction.atomic():
        say(f"{load_units()} đơn vị")
        seat()
        fill_figures(generate(), by=User.objects.get(username="vanphong"))
        say(f"{Observation.objects.count()} số liệu minh họa")
        hand_in_reports(say)
