"""Time and memory of writing graphs, beside NetworkX's writer of the same graph; and whether memory stays flat."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from schema.vocabulary import Kind
from service.export.gexf import Gexf
from service.export.shape import Edge, Graph, Node, Value
from service.export.spool import spool
from service.export.ties import NODE_COLUMNS, TABLES, TIE_COLUMNS, Contact, Party, Ties

NODES = 20_000
EDGES = 100_000
MANY = 1_000_000
_GRAPH = Graph("people", NODE_COLUMNS, TIE_COLUMNS)
_RUNS = 3


def run() -> None:
    """Each in a process of its own, whose peak nothing else raises; the best of three runs."""
    print(f"\nWriting GEXF of {NODES:,} nodes and {EDGES:,} edges with two days each (best of {_RUNS})")
    networkx = _best(_networkx, EDGES)
    for name, (seconds, peak) in {
        "networkx.write_gexf": networkx,
        "diplograph, from nodes and edges": _best(_rows, EDGES),
        "diplograph, from contacts, sorted on disk": _best(_contacts, EDGES),
    }.items():
        print(
            f"  {name:44} {seconds:8.2f} s  × {seconds / networkx[0]:.2f}"
            f"  {peak / 2**20:8.1f} MiB  × {peak / networkx[1]:.3f}"
        )
    print("\nMemory that writing takes, by the number of edges")
    for name, task in (("from nodes and edges", _rows), ("from contacts, sorted on disk", _contacts)):
        for edges in (EDGES, MANY):
            seconds, peak = _measured(task, edges)
            print(f"  {name:32} {edges:12,} {seconds:8.2f} s {peak / 2**20:8.1f} MiB")


def _best(task: Callable[[int, Path], float], edges: int) -> tuple[float, int]:
    runs = [_measured(task, edges) for _ in range(_RUNS)]
    return min(seconds for seconds, _ in runs), min(peak for _, peak in runs)


def _measured(task: Callable[[int, Path], float], edges: int) -> tuple[float, int]:
    with TemporaryDirectory() as folder, ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_inside, task, edges, Path(folder, "graph.gexf")).result()


def _inside(task: Callable[[int, Path], float], edges: int, path: Path) -> tuple[float, int]:
    """Seconds, and the bytes by which the process's memory grew at most."""
    before = _status("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")
    seconds = task(edges, path)
    return seconds, _status("VmHWM") - before


def _networkx(edges: int, path: Path) -> float:
    """The writer alone is timed; the graph that it needs in memory is there by then, and counts in the peak."""
    import networkx as nx

    graph = nx.Graph()
    for node in _nodes():
        columns = zip(_GRAPH.node_columns, node.values, strict=True)
        values = {column.name: value for column, value in columns if value is not None}
        looks = {"size": node.size, "position": {"x": node.x, "y": node.y, "z": 0.0}}
        graph.add_node(node.id, label=node.label, spells=[(day, day) for day in node.days], viz=looks, **values)
    for edge in _edges(edges):
        columns = zip(_GRAPH.edge_columns, edge.values, strict=True)
        values = {column.name: value for column, value in columns if value is not None}
        spells = [(day, day) for day in edge.days]
        graph.add_edge(edge.source, edge.target, id=edge.id, weight=edge.weight, spells=spells, **values)
    begin = perf_counter()
    nx.write_gexf(graph, path, version="1.2draft")
    return perf_counter() - begin


def _rows(edges: int, path: Path) -> float:
    begin = perf_counter()
    _write(path, _nodes(), _edges(edges))
    return perf_counter() - begin


def _contacts(edges: int, path: Path) -> float:
    begin = perf_counter()
    with spool(TABLES) as database:
        ties = Ties(database)
        batch: list[Contact] = []
        for edge in _edges(edges):
            ends = _party(edge.source), _party(edge.target)
            batch += [Contact(f"{edge.id}{day}", Kind.CALL, day, None, ends) for day in edge.days]
            if len(batch) >= 400:
                ties.add(batch)
                batch.clear()
        ties.add(batch)
        ties.settle()
        _write(path, ties.nodes(_no_page), ties.edges(False, _no_page))
    return perf_counter() - begin


def _write(path: Path, nodes: Iterator[Node], edges: Iterator[Edge]) -> None:
    writer = Gexf()
    with path.open("wb") as out:
        for part in (writer.head(_GRAPH), writer.nodes(nodes), writer.edges(edges), writer.tail({})):
            out.writelines(part)


def _no_page(*_: str) -> str:
    return ""


def _party(node: str) -> Party:
    camp = f"g{int(node[1:]) % 200}"
    return Party(node, f"Somebody No. {node}", camp, f"Country {camp}", "XX", "Minister of Foreign Affairs")


def _nodes() -> Iterator[Node]:
    days = ("2024-02-29", "2025-01-01")
    for number in range(NODES):
        party = _party(f"p{number}")
        values = (party.country, party.iso, party.office, 10, 20, *days, "")
        yield Node(party.id, party.name, values, days, float(number), 1.5, 12.5, (1, 2, 3))


def _edges(number: int) -> Iterator[Edge]:
    """Edges between distinct pairs, spread over the nodes."""
    begin = date(2010, 1, 1)
    for each in range(number):
        step = each // NODES
        low, high = each % NODES, (each * 7 + 1 + 31 * step) % NODES
        days = tuple((begin + timedelta((each * 13 + 400 * turn) % 5000)).isoformat() for turn in range(2))
        none = (0,) * (len(TIE_COLUMNS) - 4)
        values: tuple[Value, ...] = (2, *none, min(days), max(days), "")
        yield Edge(f"e{each}", f"p{low}", f"p{high}", 2.0, values, tuple(sorted(days)))


def _status(name: str) -> int:
    """A figure of this process in bytes; clear_refs sets the peak VmHWM back. Both are Linux's."""
    (line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) * 1024
