SELECT sequence, hash FROM audit_event ORDER BY sequence DESC LIMIT 1
