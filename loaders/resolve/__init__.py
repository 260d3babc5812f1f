"""Identity: who, which office, which place and which meeting is meant. Pure functions; each decision says why.

``names`` compares names by their parts, ``people`` says what speaks for and against two profiles (distinct name + title
+ polity) being one person, ``joining`` makes persons of them. ``polities``, ``offices`` and ``venues`` bring what
articles write to one form. ``tellings`` are contacts as articles tell them, ``days`` and ``related`` say which of them
may be one meeting, ``cluster`` which are, ``fold`` what these come to, and ``history`` how that changes from one day of
report to the next.
"""
