"""Inputs in, sources out: files, folders, lines and streams become articles, or are set aside with the reason."""
