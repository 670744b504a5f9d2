SELECT * FROM slot
WHERE department = :department AND start_at >= :from AND start_at < :until
ORDER BY start_at, practitioner
