SELECT * FROM patient WHERE identity_number = :identity_number AND identity_number <> ''
