SELECT * FROM slot
WHERE start_at < :until AND end_at > :from
ORDER BY start_at, practitioner
