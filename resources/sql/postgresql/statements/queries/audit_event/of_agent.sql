-- What this person did with any patient's record on any desk, the latest first.
SELECT sequence, event, position, previous, hash, NULL AS row_hash FROM links_of(NULL, :agent, :limit)
