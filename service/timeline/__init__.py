"""Timelines of contacts for other people's pages: a page that needs no script, an element, a frame, and feeds."""
