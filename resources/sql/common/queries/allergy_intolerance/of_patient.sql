SELECT * FROM allergy_intolerance
WHERE patient = :patient AND (verification IS NULL OR verification <> 'entered-in-error')
ORDER BY recorded_at DESC, id
