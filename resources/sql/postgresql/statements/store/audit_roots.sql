SELECT to_char(day, 'YYYY-MM-DD'), heads, previous, hash FROM audit_root ORDER BY day
