"""Five questions to one Neo4j: through @neo4j/graphql, through the driver alone, and through diplograph."""
