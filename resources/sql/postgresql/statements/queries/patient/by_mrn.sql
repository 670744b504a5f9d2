SELECT * FROM patient WHERE id = patient_of_mrn(:mrn)
