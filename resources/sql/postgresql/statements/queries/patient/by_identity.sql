SELECT * FROM patient WHERE id = patient_of_identity(:identity_number)
