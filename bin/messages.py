"""Gather the sentences of the pages into src/giaoban/web/locale/en: run it after a page changed, then translate.

The sentences in the code are Vietnamese, so Vietnamese needs no catalogue. Needs xgettext (apt: gettext).
"""

import os
import tempfile
from pathlib import Path

ROOM = Path(__file__).parent.parent / "src" / "giaoban"
CATALOGUE = ROOM / "web" / "locale"


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "giaoban.server.settings"
    os.environ.setdefault("GIAOBAN_VAR", tempfile.mkdtemp())
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.LOCALE_PATHS = [str(CATALOGUE)]
    os.chdir(ROOM)
    call_command("makemessages", locale=["en"], no_location=True, no_wrap=True, no_obsolete=True, verbosity=0)


if __name__ == "__main__":
    main()
