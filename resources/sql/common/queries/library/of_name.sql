SELECT * FROM library WHERE name = :name ORDER BY id
