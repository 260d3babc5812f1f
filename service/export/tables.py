"""Two CSV tables in a ZIP file, for Gephi's spreadsheet import, spreadsheets and notebooks, with the manifest.

What Gephi's import asks for, found by running it: edges have a ``Type``, else they are directed; times stand in
``Timeset`` as intervals ("<[2024-03-05, 2024-03-05]>"), because a set of two days is taken for one interval; an ISO
date in another column would turn all times into timestamps and lose them, so days there are written 2024/03/05; a
backslash would escape what follows, so a word joiner (U+2060, which does not show) does.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO

from service.export.gexf import label
from service.export.shape import Edge, Graph, Node, Value
from service.export.text import CHUNK, scrub

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
_NEVER = (1980, 1, 1, 0, 0, 0)
"""The time of every member, so that the same graph gives the same bytes."""


class Tables:
    """A :class:`~service.export.shape.Writer`."""

    media_type = "application/zip"

    def __init__(self) -> None:
        self._graph = Graph("", (), ())
        self._out = _Pipe()
        self._zip = zipfile.ZipFile(self._out, "w", zipfile.ZIP_DEFLATED)
        self._member: IO[bytes] = io.BytesIO()

    def head(self, graph: Graph) -> Iterator[bytes]:
        """The beginning of the member ``nodes.csv``."""
        self._graph = graph
        self._member = self._zip.open(_info("nodes.csv"), "w", force_zip64=True)
        yield self._out.taken()

    def nodes(self, nodes: Iterator[Node]) -> Iterator[bytes]:
        """Its rows."""
        names = ("Id", "Label", "Timeset", *(one.name for one in self._graph.node_columns), "x", "y", "size", "colour")
        yield from self._rows(names, map(_node, nodes))

    def edges(self, edges: Iterator[Edge]) -> Iterator[bytes]:
        """The member ``edges.csv``."""
        fixed = ("Source", "Target", "Type", "Weight", "Kind", "Id", "Label", "Timeset")
        names = (*fixed, *(one.name for one in self._graph.edge_columns))
        self._member = self._zip.open(_info("edges.csv"), "w", force_zip64=True)
        yield from self._rows(names, map(_edge, edges))

    def tail(self, about: dict[str, object]) -> Iterator[bytes]:
        """The member ``manifest.json``, and the ZIP file's directory."""
        told = {"title": self._graph.title, **self._graph.about, **about}
        with self._zip.open(_info("manifest.json"), "w") as member:
            member.write(f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode("utf-8", "replace"))
        self._zip.close()
        yield self._out.taken()

    def _rows(self, names: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Iterator[bytes]:
        text = io.StringIO()
        table = csv.writer(text, lineterminator="\r\n")
        table.writerow(names)
        for row in rows:
            table.writerow(row)
            if text.tell() >= CHUNK:
                self._member.write(text.getvalue().encode())
                text.seek(0)
                text.truncate()
                yield self._out.taken()
        self._member.write(text.getvalue().encode())
        self._member.close()
        yield self._out.taken()


def cell(value: Value) -> str:
    """A value for a spreadsheet: text that would be read as a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    text = scrub(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _node(node: Node) -> tuple[str, ...]:
    colour = "#{:02x}{:02x}{:02x}".format(*node.colour)
    looks = (f"{node.x}", f"{node.y}", f"{node.size}", colour)
    return node.id, _cell(label(node)), _timeset(node.days), *map(_cell, node.values), *looks


def _edge(edge: Edge) -> tuple[str, ...]:
    ends = (edge.source, edge.target, "Undirected", f"{edge.weight}", edge.kind or "", edge.id, "")
    return *ends, _timeset(edge.days), *map(_cell, edge.values)


def _cell(value: Value) -> str:
    if isinstance(value, str) and (found := _DAY.fullmatch(value)):
        return "/".join(part for part in found.groups() if part)
    return cell(value).replace("\\", "\\\u2060")


def _timeset(days: tuple[str, ...]) -> str:
    return f"<{'; '.join(f'[{day}, {day}]' for day in days)}>" if days else ""


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _NEVER)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


class _Pipe(io.RawIOBase):
    """Takes what the ZIP file writes, in order, and gives it on."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        part = bytes(data)  # type: ignore[call-overload]
        self._parts.append(part)
        return len(part)

    def taken(self) -> bytes:
        """What was written since the last time."""
        data = b"".join(self._parts)
        self._parts.clear()
        return data
