"""The projection: what the ledger comes to. Derived from it, and dropped and written again by ``rebuild``.

Days are ISO text. Every node and edge that carries ``known_from`` and ``known_until`` stood in the report time
``[known_from, known_until)``; the one filter is ``known_from <= $as_of AND known_until > $as_of`` with ``$as_of =
UNDATED`` for today. What has only ``known_from`` has stood since. ``?`` marks properties that may be absent.

Ledger rows (never changed), with the few properties that the projection keeps on them::

    (:Article {…Article…, known_from?, known_until?})   both absent: corrected away, or its source is retracted
    (:Claim {…Claim…, seed, voice, place?})
                                      seed: id of the meeting that would begin with this claim; indexed
                                      voice: marks of which copies of one wire text share one; they count as one source
                                      place: id of the Venue that its venue would be; indexed
    (:Mention {…Mention…, seed, inferred?, support?})
                                      seed: id of the person that would begin with this mention; indexed
                                      inferred: how it is known who is meant, where a side is named by a post only
                                      support: id of the mention that names that person in the post
    (:Judgement {…Judgement…, undone?})   undone: true where a standing UNDO takes it back
    (:Article)-[:REPORTS]->(:Claim)
    (:Claim)-[:NAMES]->(:Mention)     sides, on the claim in the article's own words
    (:Article)-[:NAMES]->(:Mention)   people named who are no side
    (:Claim)-[:FOLLOWS]->(:Claim)     the ids of Claim.follows

Projected nodes::

    (:Person {id, name, aliases[], slug, polity?, known_from, handle})   polity: id of the Polity it mostly acts for
    (:Office {id, title, role, of?})         of: name of the polity; role: see loaders.world.role
    (:Polity {id, name, kind, iso?})         kind: country, organisation …, body (of a country: a ministry)
    (:Venue {id, name, kind, country?, lat?, lon?})   kind: site, city, country, place (unknown); country: its name
    (:Topic {id, name})
    (:Meeting {key, id, known_from, known_until, kind, status, start?, end?, precision?, title, sources,
               disagreements[], rank, runs_on?, ahead?, due?, stamp})
                                             one node a state; sources: number of independent articles
                                             rank, runs_on, ahead, due: what lists are read by, see schema.order
                                             disagreements: any of status, date, venue, topics
    (:Candidate {id, subject, left, right, joined, score, reasons[], known_from?, stamp})   a pair for an analyst to
                                             look at, see loaders.resolve.candidates: about today, not of any day;
                                             subject: person, office, venue, meeting; left, right: their ids (or seeds)

Projected edges::

    (:Mention)-[:IS]->(:Person | :Polity)    of articles that are not void, also of superseded versions; a Person also
                                             where a party is named by a post
    (:Mention)-[:IS]->(:Office)              what a person mentioned holds: the support of HOLDS
    (:Claim)-[:BY]->(:Person | :Polity)      none where a medium or an unknown body is quoted
    (:Person)-[:HOLDS {known_from, known_until, since?, until?}]->(:Office)   since, until: when, by the lists; without
                                             them, until is the first report of a former holder
    (:Office)-[:OF]->(:Polity),  (:Polity)-[:OF]->(:Polity)
    (:Venue)-[:IN]->(:Venue | :Polity)
    (:Claim)-[:ABOUT {known_from, known_until}]->(:Meeting)   own-words and quoted claims alike, to each state in which
                                                              the claim stands; dates as on the state
    (:Person | :Polity)-[:ATTENDED | EXPECTED_TO_ATTEND | MAY_ATTEND | ABSENT_FROM | DECLINED_TO_ATTEND | MEDIATED
        {known_from, known_until, claims[], place, inferred?}]->(:Meeting)   place: rank of the side in its articles,
        from 0; inferred: how it is known that the person is meant, where all articles name a post only
    (:Person)-[:CALLED | MET {meeting, date?, status, known_from, known_until}]->(:Person)
        for each two people of different camps who attended, are expected or might come; meeting: Meeting.id; from the
        one named first; one edge lasts over all states in which it is the same; none where more than 50 people meet
    (:Person)-[:AMONG {known_from, known_until}]->(:Meeting)   instead, those who take part where more than 50 meet
    (:Meeting)-[:HELD_AT {known_from, known_until, claims[]}]->(:Venue)
    (:Meeting)-[:DISCUSSED {known_from, known_until, claims[], place}]->(:Topic)
    (:Meeting)-[:FOLLOWED {known_from, known_until}]->(:Meeting)   states that stood together; the earlier contact last

Ids: a person's is the ``seed`` of its earliest mention, a meeting's the ``seed`` of its earliest claim. To redirect an
id that no Person or Meeting has, find the rows with that ``seed`` and follow IS or ABOUT. A seed is derived from the
article's *source* and what is named there, so an edited article or a better extractor keeps it.

For the loaders' own use: ``(:Profile)-[:BELONGS]->(:Person)``, one for each distinct name + title + polity, which
mentions name by ``Mention.profile``; ``(:Key)``, with ``(:Profile | :Claim)-[:KEYED]->(:Key)``, finds what may be the
same; ``(:Claim)-[:QUOTES]->(:Mention)``; ``(:Judgement)-[:ON]->(:Profile | :Claim)``;
``(:Candidate)-[:RESTS_ON]->(:Profile | :Claim)``; ``Meeting.stamp`` and ``pairs``,
``Person.handle`` and ``camp``.
"""
