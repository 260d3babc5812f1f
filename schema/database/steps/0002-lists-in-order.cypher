// What lists are read by, the newest first (schema/order.py says how), and further ways to find them.

CREATE INDEX meeting_rank IF NOT EXISTS FOR (n:Meeting) ON (n.rank);
CREATE INDEX claim_rank IF NOT EXISTS FOR (n:Claim) ON (n.rank);
CREATE INDEX article_rank IF NOT EXISTS FOR (n:Article) ON (n.rank);
CREATE INDEX meeting_runs_on IF NOT EXISTS FOR (n:Meeting) ON (n.runs_on);
CREATE INDEX meeting_ahead IF NOT EXISTS FOR (n:Meeting) ON (n.ahead);
CREATE INDEX meeting_due IF NOT EXISTS FOR (n:Meeting) ON (n.due);
CREATE INDEX person_polity IF NOT EXISTS FOR (n:Person) ON (n.polity);
CREATE INDEX article_publisher IF NOT EXISTS FOR (n:Article) ON (n.publisher);

// Rows of before this step: each digit becomes nine minus itself, by way of a letter.
MATCH (m:Meeting) WHERE m.rank IS NULL
SET m.rank = CASE WHEN m.start IS NULL THEN '~' ELSE
  reduce(text = reduce(text = m.start, pair IN ['0j', '1i', '2h', '3g', '4f', '5e', '6d', '7c', '8b', '9a'] |
         replace(text, left(pair, 1), right(pair, 1))),
         pair IN ['j9', 'i8', 'h7', 'g6', 'f5', 'e4', 'd3', 'c2', 'b1', 'a0'] |
         replace(text, left(pair, 1), right(pair, 1)))
  + CASE WHEN size(m.start) = 10 THEN '' ELSE '~' END END + ' ' + m.id,
  m.runs_on = CASE WHEN left(m.end, 4) > left(m.start, 4) THEN m.end END;
MATCH (m:Meeting) WHERE m.ahead IS NULL AND left(m.start, 7) > left(m.known_from, 7) SET m.ahead = '3 ' + m.rank;
MATCH (m:Meeting) WHERE m.status = 'expected' AND m.known_until = '9999-99-99' SET m.due = m.rank;
MATCH (c:Claim) WHERE c.rank IS NULL
SET c.rank = CASE WHEN c.reported IS NULL THEN '~' ELSE
  reduce(text = reduce(text = c.reported, pair IN ['0j', '1i', '2h', '3g', '4f', '5e', '6d', '7c', '8b', '9a'] |
         replace(text, left(pair, 1), right(pair, 1))),
         pair IN ['j9', 'i8', 'h7', 'g6', 'f5', 'e4', 'd3', 'c2', 'b1', 'a0'] |
         replace(text, left(pair, 1), right(pair, 1)))
  END + ' ' + c.id;
MATCH (a:Article) WHERE a.rank IS NULL
SET a.rank = CASE WHEN a.published IS NULL THEN '~' ELSE
  reduce(text = reduce(text = a.published, pair IN ['0j', '1i', '2h', '3g', '4f', '5e', '6d', '7c', '8b', '9a'] |
         replace(text, left(pair, 1), right(pair, 1))),
         pair IN ['j9', 'i8', 'h7', 'g6', 'f5', 'e4', 'd3', 'c2', 'b1', 'a0'] |
         replace(text, left(pair, 1), right(pair, 1)))
  END + ' ' + a.id;
