"""Prints the schema: ``python -m schema.graphql > schema/graphql/schema.graphql``."""

import sys

from schema.graphql import sdl

sys.stdout.write(sdl())
