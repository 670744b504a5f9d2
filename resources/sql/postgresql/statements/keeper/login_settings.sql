-- What is set for log-ins of desks, programs and persons, here or in all databases: any of them may do so for its own, and it holds for each session after.
SELECT CAST(r.rolname AS text) || ' ' || setting AS setting
FROM pg_db_role_setting s
JOIN pg_roles r ON r.oid = s.setrole
CROSS JOIN unnest(s.setconfig) AS setting
WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
  AND r.rolcanlogin AND NOT r.rolsuper AND pg_has_role(r.oid, 'simiao_desk', 'MEMBER')
ORDER BY 1
