"""Identity: who, which office, which place and which meeting is meant. Pure functions; each decision says why.

``names`` compares names by their parts, ``people`` joins profiles (distinct name + title + polity) into persons,
``polities``, ``offices`` and ``venues`` bring what articles write to one form, ``tellings``, ``cluster`` and ``fold``
make meetings out of claims, and ``history`` their states over the days of report.
"""
