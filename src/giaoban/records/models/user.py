"""The people who use Giaoban."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from giaoban.records.models.entity import Entity


class Role(models.TextChoices):
    """What a person is here for; what each may do stands in access/rights.py."""

    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")
    OFFICE = "office", _("Văn phòng")
    OFFICER = "officer", _("Chuyên viên lĩnh vực")
    LEADER = "leader", _("Lãnh đạo")
    REPORTER = "reporter", _("Người báo cáo")
    AUDITOR = "auditor", _("Kiểm tra, thanh tra")
    PUBLIC = "public", _("Công chúng")


class UserManager(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> User:
        """A person; without a password no sign-in by password is possible."""
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, **fields: Any) -> User:
        """An administrator, for `giaoban manage createsuperuser`."""
        return self.create_user(username, password, **{"role": Role.ADMINISTRATOR, **fields})


class User(AbstractBaseUser):
    """A person with one role, in one unit, for some sectors (pack codes; empty means none)."""

    username = models.CharField(_("tên đăng nhập"), max_length=150, unique=True)
    full_name = models.CharField(_("họ và tên"), max_length=150)
    role = models.CharField(_("vai trò"), max_length=20, choices=Role.choices)
    entity = models.ForeignKey(Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="users")
    sectors = models.JSONField(default=list, blank=True)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        ordering = ["username"]

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.split()[-1] if self.full_name else self.username
