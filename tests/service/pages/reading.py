"""Reading a page as its readers do."""

import re


def words_of(page: str) -> str:
    """The words of what a page is about, in their order."""
    return " ".join(re.sub(r"<[^>]*>", " ", page.partition("<main")[2].partition("</main>")[0]).split())


def tags_of(page: str) -> list[str]:
    """The tags of a page."""
    return re.findall(r"<[^>]*>", page)
