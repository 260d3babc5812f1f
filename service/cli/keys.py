"""Single keys from the terminal, as they are pressed; keys pressed ahead are kept."""

import os
import re
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_ARROW = re.compile(r"\x1b[\[O][0-9;]*[A-Za-z~]")
"""What arrows and function keys send."""


@contextmanager
def keys() -> Iterator[Callable[[], str]]:
    """Yields what waits for the next key; empty text is the end of input. Nothing is echoed meanwhile."""
    if sys.platform == "win32":
        import msvcrt

        yield msvcrt.getwch
        return
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    pressed: deque[str] = deque()

    def key() -> str:
        while not pressed:
            data = os.read(terminal, 64)
            if not data:
                return ""
            pressed.extend(_ARROW.sub("", data.decode(errors="replace")))
        return pressed.popleft()

    tty.setcbreak(terminal, termios.TCSADRAIN)
    try:
        yield key
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
