"""Saying yes: what enters the record, with its source; twice counts once; another value restates and keeps both."""

from decimal import Decimal
from typing import Any

import pytest

import cast
from giaoban.access import Refused
from giaoban.actions.accept_directive import accept_directive
from giaoban.actions.accept_figure import accept_figure
from giaoban.actions.accept_item import accept_item
from giaoban.actions.confirm_finding import confirm_finding
from giaoban.actions.correct_item import correct_item
from giaoban.actions.errors import ActError
from giaoban.actions.reject_item import reject_item
from giaoban.records.models import AuditEntry, DirectiveDraft, Observation, Outbox, State


@pytest.fixture
def report(people: dict[str, Any]) -> Any:
    return cast.document(people["khue"])


def figure(report: Any) -> Any:
    return cast.item(report, "figure", scenario="actual")


def test_nothing_enters_the_record_without_a_yes(report: Any) -> None:
    assert report.items.count() == 5
    assert not Observation.objects.exists()
    assert not DirectiveDraft.objects.exists()


def test_an_accepted_figure_is_an_observation_with_its_source(report: Any, people: dict[str, Any]) -> None:
    kept = accept_figure(figure(report), by=people["khue"])
    assert (kept.indicator, kept.sector, kept.entity.key) == ("post.revenue", "post", "ministry:tttt")
    assert (kept.value, kept.unit) == (Decimal("27477000000000"), "VND")
    assert (kept.period, str(kept.start), str(kept.end)) == ("2023-H1", "2023-01-01", "2023-06-30")
    assert (kept.scenario, kept.status, kept.version) == ("actual", "estimate", 1)
    source = kept.sources.get()
    assert source.item.document == report
    assert report.text[source.item.start : source.item.end] == "27.477 tỷ đồng"
    assert source.accepted_by == people["khue"]
    assert figure(report).state == State.ACCEPTED


def test_a_plan_printed_beside_a_figure_is_a_figure_of_its_own(report: Any, people: dict[str, Any]) -> None:
    kept = accept_figure(cast.item(report, "figure", scenario="plan"), by=people["khue"])
    assert (kept.scenario, kept.period, kept.value) == ("plan", "2023", Decimal("62760000000000"))


def test_a_plan_of_which_only_the_share_is_printed_is_not_reckoned_back(people: dict[str, Any]) -> None:
    share = cast.Plan(cast.span("bằng 43,78%"), Decimal("43.78"), "năm 2023")
    read = cast.Reading(cast.TEXT, figures=(cast.revenue(plans=(share,)),))
    assert [item.scenario for item in cast.document(people["khue"], read).items.all()] == ["actual"]


def test_a_target_is_kept_as_a_target(report: Any, people: dict[str, Any]) -> None:
    goal = cast.item(report, "target")
    with pytest.raises(ActError) as refused:
        accept_figure(goal, by=people["khue"])
    assert refused.value.code == "item_incomplete"
    correct_item(goal, {"indicator": "post.revenue"}, by=people["khue"])
    kept = accept_figure(goal, by=people["khue"])
    assert (kept.scenario, kept.period, kept.value) == ("target", "2025", Decimal(10**14))


def test_accepting_twice_counts_once(report: Any, people: dict[str, Any]) -> None:
    first = accept_figure(figure(report), by=people["khue"])
    told = AuditEntry.objects.count()
    assert accept_figure(figure(report), by=people["tho"]) == first
    assert Observation.objects.count() == 1
    assert first.sources.count() == 1
    assert AuditEntry.objects.count() == told


def test_the_same_figure_in_another_report_is_another_source_of_it(report: Any, people: dict[str, Any]) -> None:
    first = accept_figure(figure(report), by=people["khue"])
    again = cast.document(people["khue"], name="bao-cao-2.txt")
    assert accept_figure(figure(again), by=people["tho"]) == first
    assert [source.item.document.name for source in first.sources.all()] == ["bao-cao.txt", "bao-cao-2.txt"]


def test_another_value_restates_and_both_stay(report: Any, people: dict[str, Any]) -> None:
    first = accept_figure(figure(report), by=people["khue"])
    text = cast.TEXT.replace("ước đạt 27.477", "đạt 27.500")
    read = cast.Reading(text, figures=(cast.revenue("27.500 tỷ đồng", "27500000000000", text),))
    second = accept_figure(figure(cast.document(people["khue"], read, "chinh-thuc.txt")), by=people["tho"])
    assert (second.version, second.replaces, second.status) == (2, first, "official")
    assert list(Observation.objects.current()) == [second]
    assert list(Observation.objects.known_at(first.recorded_at)) == [first]


def test_a_second_yes_to_the_older_report_does_not_bring_the_older_value_back(
    report: Any, people: dict[str, Any]
) -> None:
    first = accept_figure(figure(report), by=people["khue"])
    text = cast.TEXT.replace("ước đạt 27.477", "đạt 27.500")
    read = cast.Reading(text, figures=(cast.revenue("27.500 tỷ đồng", "27500000000000", text),))
    second = accept_figure(figure(cast.document(people["khue"], read, "moi.txt")), by=people["khue"])
    assert accept_figure(figure(report), by=people["khue"]) == first
    assert list(Observation.objects.current()) == [second]


def test_the_same_value_made_official_is_a_new_version_but_never_the_other_way(people: dict[str, Any]) -> None:
    def accept(name: str, hedge: str | None) -> Observation:
        read = cast.Reading(cast.TEXT, figures=(cast.revenue(hedge=hedge),))
        return accept_figure(figure(cast.document(people["khue"], read, name)), by=people["khue"])

    estimate, official = accept("uoc.txt", "ước"), accept("chinh-thuc.txt", None)
    assert (official.version, official.status) == (2, "official")
    assert accept("uoc-lai.txt", "ước") == official
    assert estimate.status == "estimate"


def test_rejecting_what_was_accepted_withdraws_it(report: Any, people: dict[str, Any]) -> None:
    first = accept_figure(figure(report), by=people["khue"])
    reject_item(figure(report), by=people["khue"])
    withdrawn = Observation.objects.current().get()
    assert (withdrawn.version, withdrawn.value, withdrawn.replaces) == (2, None, first)
    assert first.sources.get().withdrawn_at is not None
    assert accept_figure(figure(report), by=people["khue"]).version == 3


def test_withdrawing_a_restatement_lets_the_earlier_value_stand_again(report: Any, people: dict[str, Any]) -> None:
    accept_figure(figure(report), by=people["khue"])
    text = cast.TEXT.replace("ước đạt 27.477", "đạt 27.500")
    read = cast.Reading(text, figures=(cast.revenue("27.500 tỷ đồng", "27500000000000", text),))
    wrong = cast.document(people["khue"], read, "nham.txt")
    accept_figure(figure(wrong), by=people["khue"])
    reject_item(figure(wrong), by=people["khue"])
    stands = Observation.objects.current().get()
    assert (stands.version, stands.value) == (3, Decimal("27477000000000"))
    assert [source.item.document for source in stands.sources.all()] == [report]


def test_what_another_report_still_says_is_not_withdrawn(report: Any, people: dict[str, Any]) -> None:
    first = accept_figure(figure(report), by=people["khue"])
    again = cast.document(people["khue"], name="bao-cao-2.txt")
    accept_figure(figure(again), by=people["khue"])
    reject_item(figure(report), by=people["khue"])
    assert list(Observation.objects.current()) == [first]
    reject_item(figure(again), by=people["khue"])
    assert Observation.objects.current().get().value is None


def test_an_item_moved_to_another_indicator_leaves_the_first_one(report: Any, people: dict[str, Any]) -> None:
    accept_figure(figure(report), by=people["khue"])
    moved = correct_item(figure(report), {"indicator": "whole_sector.revenue"}, by=people["khue"])
    assert moved.state == State.PENDING
    accept_figure(figure(report), by=people["khue"])
    now = {kept.indicator: kept.value for kept in Observation.objects.current()}
    assert now == {"post.revenue": None, "whole_sector.revenue": Decimal("27477000000000")}


def test_an_accepted_directive_is_a_draft_task_once(report: Any, people: dict[str, Any]) -> None:
    directive = cast.item(report, "directive")
    draft = accept_directive(directive, by=people["tho"])
    assert (draft.assignees, str(draft.deadline), draft.sector) == (["Vụ Bưu chính"], "2023-09-30", "post")
    assert draft.text == "Trình phương án"
    assert accept_directive(directive, by=people["khue"]) == draft
    assert DirectiveDraft.objects.count() == 1
    reject_item(directive, by=people["khue"])
    draft.refresh_from_db()
    assert draft.state == DirectiveDraft.State.WITHDRAWN


def test_a_directive_is_accepted_as_it_was_corrected(report: Any, people: dict[str, Any]) -> None:
    directive = cast.item(report, "directive")
    typed = {"assignees": "Vụ Bưu chính; Văn phòng Bộ", "due": "15/10/2023", "action": "trình đề án"}
    correct_item(directive, typed, by=people["khue"])
    draft = accept_directive(directive, by=people["khue"])
    assert (draft.assignees, str(draft.deadline), draft.text) == (
        ["Vụ Bưu chính", "Văn phòng Bộ"],
        "2023-10-15",
        "Trình đề án",
    )


def test_a_deadline_that_is_no_day_is_asked_for_again(report: Any, people: dict[str, Any]) -> None:
    directive = cast.item(report, "directive")
    correct_item(directive, {"due": "30/2/2023"}, by=people["khue"])
    with pytest.raises(ActError):
        accept_directive(directive, by=people["khue"])
    assert not DirectiveDraft.objects.exists()


def test_a_contradiction_is_confirmed_and_changes_no_figure(report: Any, people: dict[str, Any]) -> None:
    finding = cast.item(report, "finding")
    assert finding.content["positions"] == [figure(report).position]
    assert accept_item(finding, by=people["khue"]).state == State.ACCEPTED
    assert confirm_finding(finding, by=people["tho"]).decided_by == people["khue"]
    assert not Observation.objects.exists()


def test_an_act_of_another_kind_is_refused(report: Any, people: dict[str, Any]) -> None:
    for act, kind in ((accept_figure, "finding"), (accept_directive, "finding"), (confirm_finding, "directive")):
        with pytest.raises(ActError) as refused:
            act(cast.item(report, kind), by=people["khue"])
        assert refused.value.code == "wrong_kind"


REFUSED = [("vinh", "no_right"), ("lam", "no_right"), ("anh", "no_right"), ("dan", "no_right"),
           ("nam", "not_your_sector"), ("ha", "not_your_branch")]  # fmt: skip


@pytest.mark.parametrize(("who", "code"), REFUSED)
@pytest.mark.parametrize("kind", ["figure", "directive", "finding"])
def test_who_may_not_decide(report: Any, people: dict[str, Any], who: str, code: str, kind: str) -> None:
    item = report.items.filter(kind=kind).first()
    for act in (accept_item, reject_item):
        with pytest.raises(Refused) as refused:
            act(item, by=people[who])
        assert refused.value.code == code
    with pytest.raises(Refused):
        correct_item(item, {"value": "1 đồng"}, by=people[who])
    assert not Observation.objects.exists()
    assert not AuditEntry.objects.exists()


def test_a_reporter_speaks_for_the_own_province_only(people: dict[str, Any], units: dict[str, Any]) -> None:
    own = cast.document(people["ha"])
    assert accept_figure(figure(own), by=people["ha"]).entity == units["hanoi"]
    correct_item(figure(own), {"entity": "Tỉnh Hòa Bình"}, by=people["ha"])
    with pytest.raises(Refused) as refused:
        accept_figure(figure(own), by=people["ha"])
    assert refused.value.code == "not_your_branch"
    assert figure(own).state == State.PENDING


def test_an_officer_cannot_carry_a_figure_into_another_sector(report: Any, people: dict[str, Any]) -> None:
    correct_item(figure(report), {"indicator": "telecom.revenue"}, by=people["tho"])
    with pytest.raises(Refused) as refused:
        accept_figure(figure(report), by=people["tho"])
    assert refused.value.code == "not_your_sector"
    assert not Observation.objects.exists()


def test_an_act_tells_the_trail_and_the_outbox(report: Any, people: dict[str, Any]) -> None:
    kept = accept_figure(figure(report), by=people["khue"])
    entry = AuditEntry.objects.get()
    assert (entry.act, entry.by, entry.subject) == ("accept_figure", people["khue"], f"observation:{kept.pk}")
    assert entry.detail == {"item": figure(report).pk, "value": "27477000000000", "version": 1}
    assert Outbox.objects.get().payload == {"observation": kept.pk}
