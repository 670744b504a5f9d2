SELECT p.* FROM patient p JOIN task t ON t.patient = p.id
WHERE t.department = :department AND t.day = :day
ORDER BY t.number
