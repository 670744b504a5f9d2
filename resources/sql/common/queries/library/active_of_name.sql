SELECT * FROM library WHERE name = :name AND status = 'active'
