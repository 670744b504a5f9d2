-- By a superuser, who keeps the server.
SELECT CAST(simiao.measure_access() AS text)
