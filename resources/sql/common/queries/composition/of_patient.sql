SELECT * FROM composition WHERE patient = :patient ORDER BY recorded_at DESC, id
