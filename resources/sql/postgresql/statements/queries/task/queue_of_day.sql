SELECT t.* FROM tasks_of_day(:department, :day) AS hit (id) JOIN task t ON t.id = hit.id ORDER BY t.number
