SELECT sequence, event, previous, hash FROM audit_event ORDER BY sequence
