import json
from importlib.resources import files

from loaders.samples import samples
from loaders.sources.articles import FIELDS


def test_twelve_articles_of_several_years_each_with_its_day_and_publisher() -> None:
    found = list(samples())
    assert len(found) == len({source.id for source in found}) == 12
    assert all(source.published and source.publisher and source.url for source in found)
    assert [source.published for source in found] == sorted(source.published or "" for source in found)
    assert all(source.text.startswith(f"{source.title}\n") for source in found)


def test_the_files_hold_articles_and_nothing_beside() -> None:
    for file in files("loaders.samples").iterdir():
        if file.name.endswith(".json"):
            assert tuple(json.loads(file.read_text("utf-8"))) == FIELDS
