SELECT * FROM encounter WHERE patient = :patient ORDER BY period_start DESC
