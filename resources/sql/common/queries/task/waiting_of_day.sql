-- CROSS JOIN: SQLite goes department by department, where the index of the queue numbers answers.
SELECT t.* FROM organization o CROSS JOIN task t
WHERE t.department = o.id AND t.day = :day AND t.status IN ('requested', 'in-progress')
ORDER BY o.code, t.number
