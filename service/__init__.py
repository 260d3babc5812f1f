"""What people use: the command line, the GraphQL API, the pages."""
