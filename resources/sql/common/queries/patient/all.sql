SELECT * FROM patient ORDER BY mrn
