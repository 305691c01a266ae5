"""What a template prints of one figure: texts and places on a line, all reckoned before it gets there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ShownFigure:
    """A number as printed. `text` is "" where nothing was reported: the template then says so in words."""

    text: str
    unit: str = ""
    href: str = ""
    demo: bool = False
    estimate: bool = False
    exact: str = ""
    coverage: str = ""
    coverage_href: str = ""
    partial: bool = False


@dataclass(frozen=True)
class ShownChange:
    """`way` up, down or flat; `judged` good, bad or even; `words` "tăng 8,5%"; `base` "so với cùng kỳ năm 2022"."""

    way: str
    judged: str
    words: str
    base: str
    figure: ShownFigure | None = None


@dataclass(frozen=True)
class ShownPlan:
    """`width` and `tick` are hundredths of the bar: what was done, and how much of the year has gone."""

    words: str
    width: str
    tick: str = ""
    behind: bool = False
    figure: ShownFigure | None = None


@dataclass(frozen=True)
class ShownSpark:
    """Paths in a box of 120 × 32; a gap where a period was not reported. `label` reads the line aloud."""

    paths: tuple[str, ...]
    last: str
    label: str


@dataclass(frozen=True)
class ShownHeadline:
    """One indicator as a page shows it.

    `standing` as in `warehouse.Headline`; `told` names the period of a figure that is not the page's own. `latest` is
    shown where the period has no figure; `note` says in words what the figure or its comparison lacks.
    """

    code: str
    name: str
    href: str
    value: ShownFigure
    change: ShownChange | None = None
    plan: ShownPlan | None = None
    spark: ShownSpark | None = None
    latest: ShownFigure | None = None
    latest_period: str = ""
    note: str = ""
    standing: str = "reported"
    told: str = ""


@dataclass(frozen=True)
class Named:
    """Something that has a name and a page."""

    name: str
    href: str
