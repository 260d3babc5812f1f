"""Reading the tab-separated tables of the world."""

from collections.abc import Iterator
from pathlib import Path

from schema.errors import SettingsError


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table as dictionaries, without their line numbers; see ``numbered_rows``."""
    return (row for _, row in numbered_rows(path))


def numbered_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and row of a table, each row a dictionary from column to cell.

    Lines that begin with ``#`` are comments, the first other is the header.

    Raises:
        SettingsError: the file cannot be read as UTF-8 text, or a row has more cells than the header.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read as a UTF-8 table: {error}") from error
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise SettingsError(
                f"{path}:{number}: {len(cells)} cells under {len(header)} columns; cells are separated by one tab"
            )
        cells += [""] * (len(header) - len(cells))
        yield number, {column.strip(): cell.strip() for column, cell in zip(header, cells, strict=True)}
