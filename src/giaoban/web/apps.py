from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages; templates, static files and translations are found through it."""

    name = "giaoban.web"
    label = "web"
