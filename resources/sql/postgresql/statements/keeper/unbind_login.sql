-- A log-in that was a person's own is so no more.
WITH gone AS (DELETE FROM simiao.personal_login WHERE login = :login RETURNING login)
SELECT count(*) FROM gone
