SELECT t.* FROM tasks_waiting(:day) AS hit (id) JOIN task t ON t.id = hit.id JOIN organization o ON o.id = t.department
ORDER BY o.code, t.number
