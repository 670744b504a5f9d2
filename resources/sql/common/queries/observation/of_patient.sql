SELECT * FROM observation WHERE patient = :patient ORDER BY effective DESC, recorded_at DESC, id
