"""Several people at one figure at the same moment: one observation a version, no fork in the trail, nothing lost."""

from collections.abc import Callable, Iterable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection

import cast
from giaoban.actions.accept_figure import accept_figure
from giaoban.actions.upload_document import upload_document
from giaoban.actions.verify_trail import verify_trail
from giaoban.records.models import AuditEntry, Document, Observation, Source

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 6


def at_once(work: Iterable[Callable[[], Any]]) -> list[Any]:
    """Do all of it at the same moment, each on a connection of its own; errors come back as answers."""
    work = list(work)
    gate, answers = Barrier(len(work)), [None] * len(work)

    def run(place: int, do: Callable[[], Any]) -> None:
        gate.wait()
        try:
            answers[place] = do()
        except Exception as error:
            answers[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=(place, do)) for place, do in enumerate(work)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_one_figure_accepted_by_many_counts_once(people: dict[str, Any]) -> None:
    item = cast.item(cast.document(people["khue"]), "figure", scenario="actual")
    answers = at_once([lambda: accept_figure(item, by=people["khue"])] * PEOPLE)
    assert {answer.pk for answer in answers} == {Observation.objects.get().pk}
    assert Source.objects.count() == AuditEntry.objects.count() == 1


def test_many_values_for_one_figure_become_versions_in_a_row(people: dict[str, Any]) -> None:
    items = []
    for number in range(PEOPLE):
        quote, value = f"27.{500 + number} tỷ đồng", f"{27500 + number}000000000"
        text = cast.TEXT.replace("27.477 tỷ đồng", quote)
        read = cast.Reading(text, figures=(cast.revenue(quote, value, text),))
        items.append(cast.document(people["khue"], read, f"{number}.txt").items.get())
    answers = at_once([lambda item=item: accept_figure(item, by=people["khue"]) for item in items])
    assert sorted(answer.version for answer in answers) == list(range(1, PEOPLE + 1))
    assert Observation.objects.current().get().version == PEOPLE
    assert verify_trail(by=people["lam"]) == []
    assert AuditEntry.objects.count() == PEOPLE


def test_one_file_sent_many_times_at_once_is_kept_once(people: dict[str, Any]) -> None:
    content = cast.TEXT.encode()
    answers = at_once([lambda: upload_document("a.txt", content, by=people["khue"])] * PEOPLE)
    assert {answer.document.pk for answer in answers} == {Document.objects.get().pk}
    assert sum(not answer.already for answer in answers) == 1
