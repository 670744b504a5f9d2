INSERT INTO number_sequence (name, last) VALUES (:name, 1)
ON CONFLICT (name) DO UPDATE SET last = last + 1
RETURNING last
