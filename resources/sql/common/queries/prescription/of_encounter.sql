SELECT * FROM prescription WHERE encounter = :encounter ORDER BY number
