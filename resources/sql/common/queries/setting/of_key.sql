SELECT * FROM setting WHERE key = :key
ORDER BY CASE level WHEN 'hospital' THEN 0 WHEN 'department' THEN 1 ELSE 2 END, id
