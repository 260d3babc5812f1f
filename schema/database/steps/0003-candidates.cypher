// Pairs for an analyst to look at, the likeliest first, and those of one person, office, place or meeting.

CREATE CONSTRAINT candidate_id IF NOT EXISTS FOR (n:Candidate) REQUIRE n.id IS UNIQUE;
CREATE INDEX candidate_subject IF NOT EXISTS FOR (n:Candidate) ON (n.subject);
CREATE INDEX candidate_score IF NOT EXISTS FOR (n:Candidate) ON (n.score);
CREATE INDEX candidate_left IF NOT EXISTS FOR (n:Candidate) ON (n.left);
CREATE INDEX candidate_right IF NOT EXISTS FOR (n:Candidate) ON (n.right);
