"""The graph for other programs: GEXF, GraphML, CSV, node-link JSON and Parquet, from any selection of meetings."""
