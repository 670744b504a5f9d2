SELECT * FROM patient WHERE mrn = :mrn
