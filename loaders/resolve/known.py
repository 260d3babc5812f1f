"""Names in full for people whom articles name by one word: "Trump" of the United States is Donald Trump."""

from functools import lru_cache

from loaders.resolve.names import parse
from loaders.world import world


@lru_cache(maxsize=50_000)
def full_name(name: str, of: str | None) -> str:
    """The full name by the list of office-holders, or ``name`` itself.

    It counts where the list has the one word for one person only, and the article does not say that it means somebody
    of another polity than that person's.
    """
    if len(parse(name).parts) != 1:
        return name
    holders = world().holders.person(name)
    if len({holder.name for holder in holders}) != 1:
        return name
    return holders[0].name if of is None or any(holder.of == of for holder in holders) else name
