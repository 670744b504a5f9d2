-- In the order in which they were installed.
SELECT * FROM library ORDER BY name, id
