"""A visit of a page in a browser that reaches nothing but the service."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, Dialog, Page, Route, ViewportSize


@dataclass
class Visit:
    """A page, and what it did that it should not have."""

    page: Page
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def visit(
    browser: Browser, site: str, width: int = 1280, scheme: Literal["light", "dark"] = "light"
) -> Iterator[Visit]:
    """A fresh page; requests to other places than the site are refused and listed."""
    size = ViewportSize(width=width, height=800)
    context = browser.new_context(viewport=size, color_scheme=scheme, base_url=site)
    seen = Visit(context.new_page())

    def only_the_site(route: Route) -> None:
        if route.request.url.startswith((f"{site}/", "data:")):
            route.continue_()
        else:
            seen.outside.append(route.request.url)
            route.abort()

    def told(dialog: Dialog) -> None:
        seen.complaints.append(dialog.message)
        dialog.dismiss()

    context.route("**/*", only_the_site)
    seen.page.on("console", lambda message: seen.complaints.append(message.text))
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    seen.page.on("dialog", told)
    yield seen
    context.close()
    assert seen.outside == []
