SELECT * FROM medication_request WHERE prescription = :prescription ORDER BY line
