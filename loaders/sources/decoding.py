"""Bytes to text: UTF-8, and UTF-16 that says so; anything else is named, with what to do about it."""

import codecs
import io
import re
import shlex
from collections.abc import Iterator
from pathlib import PurePath

from charset_normalizer import from_bytes

from loaders.sources.inputs import MAX_BYTES
from schema.errors import InputError

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_SAMPLE = 50_000
_FORMATS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document of the old binary kind"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ", "xz-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY_SHARE = 0.05
"""Share of control characters from which on bytes are no text; a stray one in a text is kept."""

_WESTERN = "cp1252"
"""English texts that are not in Unicode mostly are in this one: it goes before what fits no better."""


def read_lines(stream: io.BufferedReader) -> Iterator[bytes]:
    """The lines of a stream in UTF-8, whether it is in UTF-8 or in UTF-16 with a byte order mark.

    A line of more than ``MAX_BYTES`` is cut off after them, so that memory stays flat.

    Raises:
        InputError: for what begins like a known format that is no text, and for damaged UTF-16.
    """
    start = stream.peek(8)
    for magic, name in _FORMATS:
        if start.startswith(magic):
            raise InputError(f"is {name}, not text: turn it into a text file first")
    if not start.startswith(_UTF16) or start.startswith(_UTF32):
        while line := stream.readline(MAX_BYTES + 1):
            yield line
            while not line.endswith(b"\n") and (line := stream.readline(1 << 20)):
                pass
        return
    decoder = io.TextIOWrapper(stream, "utf-16", newline="\n")
    try:
        while text := decoder.readline(MAX_BYTES + 1):
            yield text.encode()
            while not text.endswith("\n") and (text := decoder.readline(1 << 20)):
                pass
    except UnicodeDecodeError:
        raise InputError("is no valid UTF-16, though it begins like it: it may be cut off or damaged") from None
    finally:
        decoder.detach()


def decode(data: bytes, path: str) -> str:
    """The text of UTF-8 bytes, without a byte order mark.

    Args:
        data: the whole input, or one line of it.
        path: names the input in the command that a message recommends.

    Raises:
        InputError: for binary data and for other encodings, which the message guesses.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(_wrong_encoding(data, error.start, path)) from None
    if _looks_binary(data[:_SAMPLE]):
        raise InputError(_binary(data[:_SAMPLE], path))
    return text


def _looks_binary(sample: bytes) -> bool:
    return len(_CONTROLS.findall(sample)) > _BINARY_SHARE * len(sample)


def _binary(sample: bytes, path: str) -> str:
    """Every second byte of Western text in UTF-16 is zero."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) > 0.3 * len(sample) / 2 and min(even, odd) < 0.1 * len(sample) / 2:
        return _convert("UTF-16LE" if odd > even else "UTF-16BE", path)
    return "is binary data, not text: turn it into a text file first"


def _wrong_encoding(data: bytes, bad: int, path: str) -> str:
    sample = data[max(0, bad - _SAMPLE // 2) : bad + _SAMPLE // 2]
    if _looks_binary(sample):
        return _binary(sample, path)
    guesses = from_bytes(sample)
    best = guesses.best()
    if best is None:
        return f"is not UTF-8 (from byte {bad + 1} on), nor recognisably another encoding: convert it to UTF-8"
    equal = [guess for guess in guesses if (guess.chaos, guess.coherence) == (best.chaos, best.coherence)]
    likely = any(_WESTERN in guess.could_be_from_charset for guess in equal)
    return _convert(codecs.lookup(_WESTERN if likely else best.encoding).name.upper(), path)


def _convert(encoding: str, path: str) -> str:
    iconv = f"iconv -f {encoding} -t UTF-8"
    if path == "-":
        return f"is not UTF-8 but looks like {encoding}: pipe it through: {iconv}"
    copy = PurePath(path).with_stem(f"{PurePath(path).stem}-utf8")
    command = f"{iconv} {shlex.quote(path)} > {shlex.quote(str(copy))}"
    return f"is not UTF-8 but looks like {encoding}: convert it with: {command}"
