"""The invented people, units and papers of the tests. Nobody here exists.

Branches: the Ministry above two departments; Hà Nội and Hoà Bình beside it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from giaoban.actions._items import items_of
from giaoban.packs import load_packs
from giaoban.reading.contract import to_json
from giaoban.reading.model import (
    Deadline,
    Directive,
    Figure,
    Finding,
    IndicatorMatch,
    PeriodRef,
    Plan,
    Reading,
    Span,
    Target,
)
from giaoban.records.models import Document, Entity, ReadItem, Role, User

REVENUE = "post.revenue"
TEXT = (
    "Doanh thu dịch vụ bưu chính 6 tháng đầu năm 2023 ước đạt 27.477 tỷ đồng, bằng 43,78% kế hoạch 62.760 tỷ đồng.\n"
    "Bộ trưởng giao Vụ Bưu chính trình phương án trước ngày 30/9/2023.\n"
    "Phấn đấu năm 2025 doanh thu bưu chính đạt 100.000 tỷ đồng."
)
HALF = PeriodRef("6 tháng đầu năm 2023", date(2023, 1, 1), date(2023, 6, 30))


def units() -> dict[str, Entity]:
    """The ministry, two of its departments, two provinces."""
    ministry = Entity.objects.create(key="ministry:tttt", kind="ministry", name="Bộ Thông tin và Truyền thông")
    return {
        "ministry": ministry,
        "post": _unit("department:vu-buu-chinh", "department", "Vụ Bưu chính", ministry),
        "telecom": _unit("department:cuc-vien-thong", "department", "Cục Viễn thông", ministry),
        "hanoi": _unit("province:ha-noi", "province", "Thành phố Hà Nội"),
        "hoabinh": _unit("province:hoa-binh", "province", "Tỉnh Hòa Bình"),
    }


def _unit(key: str, kind: str, name: str, parent: Entity | None = None) -> Entity:
    return Entity.objects.create(key=key, kind=kind, name=name, parent=parent)


def people(of: dict[str, Entity]) -> dict[str, User]:
    """One of each role, and a second officer and reporter to be refused."""
    return {
        "khue": _person("khue", "Lê Minh Khuê", Role.OFFICE, of["ministry"]),
        "vinh": _person("vinh", "Phạm Quốc Vĩnh", Role.LEADER, of["ministry"]),
        "lam": _person("lam", "Vũ Đình Lâm", Role.AUDITOR, of["ministry"]),
        "anh": _person("anh", "Ngô Bảo Anh", Role.ADMINISTRATOR, of["ministry"]),
        "tho": _person("tho", "Đặng Thị Thơ", Role.OFFICER, of["post"], ["post"]),
        "nam": _person("nam", "Trần Hoài Nam", Role.OFFICER, of["telecom"], ["telecom"]),
        "ha": _person("ha", "Đỗ Thu Hà", Role.REPORTER, of["hanoi"]),
        "binh": _person("binh", "Quách Thị Bình", Role.REPORTER, of["hoabinh"]),
        "dan": _person("dan", "Nguyễn Thị Dân", Role.PUBLIC, None),
    }


def _person(username: str, name: str, role: Role, unit: Entity | None, sectors: list[str] | None = None) -> User:
    return User.objects.create_user(username, full_name=name, role=role, entity=unit, sectors=sectors or [])


def span(quote: str, text: str = TEXT) -> Span:
    return Span(quote, text.index(quote))


def revenue(quote: str = "27.477 tỷ đồng", value: str = "27477000000000", text: str = TEXT, **more: Any) -> Figure:
    """Post revenue of the first half of 2023."""
    known: dict[str, Any] = {
        "unit": "VND",
        "indicator": IndicatorMatch("Doanh thu dịch vụ bưu chính", REVENUE, Decimal("0.98")),
        "sector": "bưu chính",
        "period": HALF,
    }
    return Figure(span(quote, text), Decimal(value), **{**known, **more})


def reading() -> Reading:
    """One figure with a printed plan, one directive, one target, one contradiction: read by hand from TEXT."""
    plan = Plan(span("bằng 43,78% kế hoạch 62.760 tỷ đồng"), Decimal("43.78"), "năm 2023", Decimal("62760000000000"))
    return Reading(
        TEXT,
        figures=(revenue(hedge="ước đạt", plans=(plan,)),),
        directives=(
            Directive(
                span("Bộ trưởng giao Vụ Bưu chính trình phương án trước ngày 30/9/2023"),
                ("Vụ Bưu chính",),
                assignee_inferred=False,
                action="trình phương án",
                deadline=Deadline("trước ngày 30/9/2023", date(2023, 9, 30)),
                sector="bưu chính",
            ),
        ),
        targets=(Target(span("100.000 tỷ đồng"), "doanh thu bưu chính", Decimal(10**14), "VND", "2025", "bưu chính"),),
        findings=(Finding("share-of-plan", "error", span("43,78%"), "Tỷ lệ so với kế hoạch chưa khớp.", (0,)),),
    )


def document(by: User, read: Reading | None = None, name: str = "bao-cao.txt") -> Document:
    """A stored document with its items, past the upload; `name` makes it another file."""
    read = read or reading()
    made = Document.objects.create(
        name=name,
        kind="txt",
        sha256=f"{abs(hash((name, by.pk))):064x}"[:64],
        size=len(read.text),
        text=read.text,
        reading=to_json(read),
        entity=by.entity,
        uploaded_by=by,
    )
    ReadItem.objects.bulk_create(items_of(made, read, load_packs()))
    return made


def item(of: Document, kind: str, **known: Any) -> ReadItem:
    """The one item of a kind; `scenario` tells a figure from its plan."""
    return of.items.get(kind=kind, **known)
