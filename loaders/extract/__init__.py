"""Language in, contacts out: rules over spaCy's parse, one construction a rule."""
