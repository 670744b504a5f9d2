SELECT * FROM allergy_intolerance WHERE patient = :patient ORDER BY recorded_at DESC, id
