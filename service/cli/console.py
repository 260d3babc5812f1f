"""What commands say to people: on standard error, so that standard output carries results only."""

from collections.abc import Iterable

from rich.console import Console

from loaders.sources.inputs import SetAside


def console() -> Console:
    """Standard error. Nothing in a message is taken for markup."""
    return Console(stderr=True, markup=False, highlight=False, emoji=False, soft_wrap=True)


def say(message: str) -> None:
    """Print a message on standard error."""
    console().print(plain(message))


def say_undated(number: int) -> None:
    """What follows where articles have no day of publication."""
    if number:
        say(
            f"{count(number, 'article')} without a day of publication: 'today', 'on Tuesday' and the like stay open "
            'there. Give the day with --published, or as "published" in JSON.'
        )


def plain(text: str) -> str:
    """The text with everything in it that could act on a terminal shown as an escape; line breaks stay."""
    return "".join(
        char if char.isprintable() or char == "\n" else char.encode("unicode_escape", "surrogatepass").decode()
        for char in text
    )


def count(number: int, noun: str) -> str:
    """``1 article``, ``2,000 articles``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def list_set_aside(items: Iterable[SetAside], total: int, where: str) -> str:
    """The inputs set aside, one a line, and where the rest is listed."""
    lines = [f"  {item.origin}: {item.reason}" for item in items]
    if total > len(lines):
        lines.append(f"  and {total - len(lines):,} more")
    return "\n".join([f"{count(total, 'input')} set aside{where}:", *lines])
