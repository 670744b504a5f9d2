SELECT * FROM observation WHERE patient = :patient ORDER BY recorded_at DESC, id
