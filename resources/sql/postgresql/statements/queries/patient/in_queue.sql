SELECT p.* FROM tasks_of_day(:department, :day) AS hit (id) JOIN task t ON t.id = hit.id JOIN patient p ON p.id = t.patient
ORDER BY t.number
