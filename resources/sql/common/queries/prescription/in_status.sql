SELECT * FROM prescription WHERE status = :status ORDER BY authored_on NULLS FIRST, number
