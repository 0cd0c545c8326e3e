"""Search over the catalogue: what a reader sees, split into rows, ranked and located by SQLite FTS5."""
