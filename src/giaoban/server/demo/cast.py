"""The people of the demonstration ministry. All are invented; their units are the real kinds of unit."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from giaoban.records.models import Entity, Role, User


@dataclass(frozen=True)
class Person:
    """One sign-in; `entity` is the key of the unit the person works in."""

    username: str
    full_name: str
    role: Role
    entity: str
    sectors: tuple[str, ...] = ()


MINISTRY = "ministry:tttt"
CAST = (
    Person("vanphong", "Lê Thị Minh Khuê", Role.OFFICE, MINISTRY),
    Person("lanhdao", "Phạm Quốc Vĩnh", Role.LEADER, MINISTRY),
    Person("chuyenvien", "Trần Hoài Nam", Role.OFFICER, MINISTRY, ("telecom", "digital_infrastructure", "post")),
    Person("baocao", "Đỗ Thu Hà", Role.REPORTER, "province:ha-noi"),
    Person("kiemtra", "Vũ Đình Lâm", Role.AUDITOR, MINISTRY),
    Person("quantri", "Ngô Bảo Anh", Role.ADMINISTRATOR, MINISTRY),
)


def seat() -> None:
    """Make the people of the cast, all with the demonstration's one password."""
    known = password()
    for person in CAST:
        if not User.objects.filter(username=person.username).exists():
            User.objects.create_user(
                person.username,
                known,
                full_name=person.full_name,
                role=person.role,
                entity=Entity.objects.get(key=person.entity),
                sectors=list(person.sectors),
            )


def logins() -> list[tuple[str, str, str]]:
    """Who can sign in: name, password, role. Empty where the records are no demonstration."""
    if not password_file().exists():
        return []
    return [(person.username, password(), str(person.role.label)) for person in CAST]


def password() -> str:
    """The demonstration's password: made once, kept beside the records, readable by their owner."""
    path = password_file()
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(9))
    return path.read_text().strip()


def password_file() -> Path:
    return Path(settings.MEDIA_ROOT).parent / "demo_password"
