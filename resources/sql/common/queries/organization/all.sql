SELECT * FROM organization ORDER BY code
