-- A log-in that was a person's own, or some desks', is so no more.
WITH desks AS (DELETE FROM simiao.desk_login WHERE login = :login),
     gone AS (DELETE FROM simiao.personal_login WHERE login = :login RETURNING login)
SELECT count(*) FROM gone
