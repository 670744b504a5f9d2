SELECT p.* FROM patient p
WHERE p.id IN (SELECT t.patient FROM tasks_waiting(:day) AS hit (id) JOIN task t ON t.id = hit.id)
ORDER BY p.mrn
