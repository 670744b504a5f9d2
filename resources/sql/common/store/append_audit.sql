INSERT INTO audit_event (sequence, event, previous, hash) VALUES (:sequence, :event, :previous, :hash)
