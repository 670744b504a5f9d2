SELECT * FROM lot WHERE medication = :medication ORDER BY expiry, lot_number
