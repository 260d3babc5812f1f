"""Prints the schema.

``python -m schema.graphql > schema/graphql/schema.graphql`` after a change of it;
``python -m schema.graphql release > schema/graphql/released.graphql`` when a version is released.
"""

import sys
from importlib.metadata import version

from schema.graphql import sdl

if sys.argv[1:] == ["release"]:
    sys.stdout.write(f"# The schema of diplograph {version('diplograph')}, as released.\n\n")
sys.stdout.write(sdl())
