-- One page of the trail, the latest first: events before :before that fit the filters; an empty filter fits everything.
SELECT sequence, event, sequence AS position, previous, hash, NULL AS row_hash FROM audit_event
WHERE sequence < :before
  AND (:act = '' OR act = :act)
  AND (:agent = '' OR agent = :agent)
  AND (:patient = '' OR patient = :patient)
  AND (:outcome = '' OR outcome = :outcome)
ORDER BY sequence DESC
LIMIT :limit
