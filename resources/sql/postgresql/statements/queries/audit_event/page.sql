-- One page of all chains, the latest first: events before :before that fit the filters; an empty filter fits everything.
SELECT sequence, event, position, previous, hash, NULL AS row_hash FROM audit_event
WHERE position < :before
  AND (:act = '' OR act = :act)
  AND (:agent = '' OR agent = :agent)
  AND (:patient = '' OR patient = :patient)
  AND (:outcome = '' OR outcome = :outcome)
ORDER BY position DESC
LIMIT :limit
