"""Reading a page as its readers do."""

import re


def words_of(page: str) -> str:
    """The words of what a page is about, in their order."""
    return " ".join(re.sub(r"<[^>]*>", " ", page.partition("<main")[2].partition("</main>")[0]).split())


def tags_of(page: str) -> list[str]:
    """The tags of a page."""
    return re.findall(r"<[^>]*>", page)


def link_of(page: str, words: str) -> str:
    """Where the link with these words leads."""
    (found,) = {
        link
        for link, inside in re.findall(r'<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', page, re.DOTALL)
        if " ".join(re.sub(r"<[^>]*>", " ", inside).split()) == words
    }
    return str(found)
