from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """What is kept."""

    name = "giaoban.records"
    label = "records"
    verbose_name = "Hồ sơ"
