-- The hospital's first, then the department's, then the person's own.
SELECT * FROM setting
WHERE level = 'hospital'
   OR (level = 'department' AND department = :department)
   OR (level = 'user' AND account = :account)
ORDER BY CASE level WHEN 'hospital' THEN 0 WHEN 'department' THEN 1 ELSE 2 END, key
