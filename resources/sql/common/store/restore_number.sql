INSERT INTO number_sequence (name, last) VALUES (:name, :last)
