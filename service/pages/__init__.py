"""What people see in a browser, and the same facts as JSON and CSV. ``routes`` says which pages there are."""

from pathlib import Path

from starlette.staticfiles import StaticFiles

STATIC = Path(__file__).with_name("static")


def static() -> StaticFiles:
    """Style sheet, script and icon."""
    return StaticFiles(directory=STATIC)
