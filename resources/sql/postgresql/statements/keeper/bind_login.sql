-- By whoever keeps the server; no desk may.
SELECT simiao.bind_login(:login, :person)
