SELECT * FROM invoice WHERE encounter = :encounter ORDER BY date, number
