INSERT INTO audit_event (sequence, event, previous, hash, act, agent, patient, outcome)
VALUES (:sequence, :event, :previous, :hash, :act, :agent, :patient, :outcome)
