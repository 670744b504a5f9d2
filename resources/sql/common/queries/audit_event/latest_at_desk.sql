-- The newest links that a desk has written, the latest first. The embedded store has the chain of one.
SELECT sequence, event, sequence AS position, previous, hash, NULL AS row_hash FROM audit_event
WHERE :workstation = :workstation
ORDER BY sequence DESC
LIMIT :limit
