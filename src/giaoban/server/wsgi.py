"""The door for the web server: `granian --interface wsgi giaoban.server.wsgi:application`."""

from __future__ import annotations

import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giaoban.server.settings")
application = get_wsgi_application()

from giaoban.web.charts import warm_up  # noqa: E402 - needs the settings above

# Beside the first requests, not before them.
Thread(target=warm_up, daemon=True).start()
