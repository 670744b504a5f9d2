SELECT * FROM condition
WHERE patient = :patient AND verification_status <> 'entered-in-error'
ORDER BY recorded_at DESC, rank
