SELECT * FROM task WHERE department = :department AND day = :day ORDER BY number
