"""Decimals that lose no digit on either database."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ExactDecimalField(models.Field):
    """An exact decimal of any length: `numeric` on PostgreSQL, text on SQLite.

    SQLite would keep a `decimal` column as a double and lose digits after the fifteenth, so there it is text in one
    canonical form: equal numbers are equal texts, but the database cannot put them in order.
    """

    description = _("Số thập phân chính xác")

    def db_type(self, connection: Any) -> str:
        return "numeric" if connection.vendor == "postgresql" else "text"

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or isinstance(value, Decimal):
            return value
        try:
            return Decimal(str(value))
        except InvalidOperation:
            raise ValidationError(_("«%(value)s» không phải là một số."), params={"value": value}) from None

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Decimal | None:
        return self.to_python(value)

    def get_prep_value(self, value: Any) -> Any:
        number = self.to_python(super().get_prep_value(value))
        if number is not None and not number.is_finite():
            raise ValidationError(_("«%(value)s» không phải là một số hữu hạn."), params={"value": value})
        return number

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        number = value if prepared else self.get_prep_value(value)
        return number if number is None or connection.vendor == "postgresql" else canonical(number)

    def value_to_string(self, obj: models.Model) -> str:
        value = self.to_python(self.value_from_object(obj))
        return "" if value is None else canonical(value)


def canonical(number: Decimal) -> str:
    """One text for one number: no exponent, no needless zeros.

    >>> canonical(Decimal("1.50E+3")), canonical(Decimal("-0.0"))
    ('1500', '0')
    """
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
