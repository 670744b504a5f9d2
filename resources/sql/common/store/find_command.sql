SELECT receipt FROM command WHERE id = :id
