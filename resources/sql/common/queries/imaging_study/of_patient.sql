SELECT * FROM imaging_study WHERE patient = :patient ORDER BY recorded_at DESC, id
