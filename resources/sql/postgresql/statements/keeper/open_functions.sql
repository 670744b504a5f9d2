-- What PostgreSQL lets everybody call and no desk needs: ending the sessions of one's own log-in, which in a pool are all desks; locks that commits wait
-- for, held as long as one likes; large objects; messages in the server's log of changes. By name: their parameters differ with the version.
SELECT CAST(CAST(p.oid AS regprocedure) AS text) AS function
FROM pg_proc p
WHERE p.pronamespace = CAST('pg_catalog' AS regnamespace)
  AND (p.proname IN ('pg_terminate_backend', 'pg_cancel_backend', 'pg_logical_emit_message', 'loread', 'lowrite')
       OR p.proname LIKE 'pg\_advisory\_%' OR p.proname LIKE 'pg\_try\_advisory\_%' OR p.proname LIKE 'lo\_%')
  AND has_function_privilege('public', p.oid, 'EXECUTE')
ORDER BY 1
