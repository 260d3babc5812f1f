// What has just been loaded, for those who are told of it.

CREATE INDEX article_loaded IF NOT EXISTS FOR (n:Article) ON (n.loaded);
