-- By whoever keeps the server, as the owner; no desk may.
SELECT simiao.take_rules(CAST(:roles AS json), CAST(:acts AS json))
