SELECT * FROM medication_request WHERE prescription = :prescription AND status = 'cancelled' ORDER BY line
