"""DuckDB: schema, journal with its hash chain, reads as of a version; all SQL."""
