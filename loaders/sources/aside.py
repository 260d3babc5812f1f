"""The list of what a load set aside: one JSON object a line with path, line and reason."""

import json
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from loaders.sources.inputs import SetAside
from schema.errors import DataFolderError

_NAME = "set-aside-"


def listed(folder: Path) -> tuple[int, str | None]:
    """How many inputs the loads with this data folder have set aside, and the day of the last load that did."""
    files = sorted(folder.glob(f"{_NAME}*.jsonl"))
    number = 0
    for file in files:
        with file.open("rb") as lines:
            number += sum(1 for _ in lines)
    return number, files[-1].name.removeprefix(_NAME)[: len("2025-02-15")] if files else None


class AsideFile:
    """Written as the load goes; nothing is created where nothing is set aside."""

    def __init__(self, folder: Path, loaded: str) -> None:
        """
        Args:
            folder: the data folder.
            loaded: ISO time of the load, which the file is named after.
        """
        self.path = folder / f"{_NAME}{loaded.replace(':', '').replace('+0000', 'Z')}.jsonl"
        self._out: IO[str] | None = None

    def add(self, items: Iterable[SetAside]) -> None:
        """Append inputs.

        Raises:
            DataFolderError: where the file cannot be written.
        """
        try:
            for item in items:
                if self._out is None:
                    self.path.parent.mkdir(parents=True, exist_ok=True)
                    self._out = self.path.open("a", encoding="utf-8")
                row = {"path": item.origin.path, "line": item.origin.line, "reason": item.reason}
                self._out.write(json.dumps(row) + "\n")
            if self._out is not None:
                self._out.flush()
        except OSError as error:
            raise DataFolderError(f"{self.path} cannot be written: {error.strerror}") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._out is not None:
            self._out.close()
