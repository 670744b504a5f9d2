SELECT * FROM task WHERE encounter = :encounter
