"""What a contact was about."""

import pytest

from loaders.extract.topics import topics_of
from tests.loaders.extract.scenes import event_of, scene_of


@pytest.mark.parametrize(
    ("text", "trigger", "topics"),
    [
        (
            "The ministers discussed fishing rights and the border bridge.",
            "discussed",
            ("fishing rights", "border bridge"),
        ),
        ("The ministers held talks on grain exports.", "talks", ("grain exports",)),
        ("The two talked about the war in Sudan.", "talked", ("war in Sudan",)),
        ("They met in Riga to discuss the situation in Libya.", "met", ("situation in Libya",)),
        ("The talks focused on migration on Monday.", "talks", ("migration",)),
        ("The ministers met on Monday.", "met", ()),
        ("Oil exports dominated the conversation.", "conversation", ("Oil exports",)),
        ("The ministers exchanged views about the elections during a meeting.", "meeting", ("elections",)),
        ("The ministers agreed in a call on Monday to reopen the border crossing.", "call", ("border crossing",)),
    ],
)
def test_topics(text: str, trigger: str, topics: tuple[str, ...]) -> None:
    scene = scene_of(text)
    assert topics_of(scene, event_of(scene, trigger)) == topics
