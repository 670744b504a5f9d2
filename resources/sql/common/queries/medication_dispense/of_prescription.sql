SELECT * FROM medication_dispense WHERE prescription = :prescription ORDER BY when_prepared, id
