-- What was done with this record on any desk, the latest first.
SELECT sequence, event, position, previous, hash, NULL AS row_hash FROM links_of(:patient, NULL, :limit)
