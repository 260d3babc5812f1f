// Lists of office-holders: their lines, and their editions.

CREATE CONSTRAINT reference_id IF NOT EXISTS FOR (n:Reference) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT reference_list_id IF NOT EXISTS FOR (n:ReferenceList) REQUIRE n.id IS UNIQUE;
CREATE INDEX reference_list_source IF NOT EXISTS FOR (n:ReferenceList) ON (n.source);
