-- What this person did with any patient's record on any desk, the latest first.
SELECT sequence, event, position, previous, hash, NULL AS row_hash FROM audit_event
WHERE agent = :agent AND patient IS NOT NULL
ORDER BY position DESC
LIMIT :limit
