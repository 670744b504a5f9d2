SELECT name, last, NULL AS row_hash FROM number_sequence ORDER BY name
