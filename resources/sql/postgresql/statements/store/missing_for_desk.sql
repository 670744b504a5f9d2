-- A row for each thing that a desk misses, the one that explains the others first. Nothing newer than PostgreSQL 9.5 stands here, since it is to
-- say so to one that is older than 12. `schema_version` is read by everything, the others are what a desk cannot begin without.
WITH api AS (SELECT oid, nspname FROM pg_namespace WHERE nspname = 'simiao_api'),
wanted AS (
    SELECT c.relname AS name, has_table_privilege(c.oid, 'SELECT') AS is_granted
    FROM pg_class c JOIN api ON c.relnamespace = api.oid
    WHERE c.relname IN ('schema_version', 'setting', 'account', 'patient', 'task')
    UNION ALL
    SELECT p.proname, has_function_privilege(p.oid, 'EXECUTE')
    FROM pg_proc p JOIN api ON p.pronamespace = api.oid
    WHERE p.proname IN ('commit', 'receipt_of', 'changes_since', 'salt_for', 'offer_proof', 'sign_in')
)
SELECT code || ' ' || detail
FROM (
    SELECT 1 AS place, 'too-old' AS code, current_setting('server_version') AS detail
    WHERE CAST(current_setting('server_version_num') AS int) < 120000
    UNION ALL
    SELECT 2, 'encoding', current_setting('server_encoding') WHERE current_setting('server_encoding') <> 'UTF8'
    UNION ALL
    SELECT 3, 'not-set-up', '' WHERE NOT EXISTS (SELECT 1 FROM api)
    UNION ALL
    SELECT 4, 'no-desk', CAST(current_user AS text)
    WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'simiao_desk' AND pg_has_role(oid, 'MEMBER'))
    UNION ALL
    SELECT 5, 'no-rights', 'simiao_api' FROM api WHERE NOT has_schema_privilege(api.oid, 'USAGE')
    UNION ALL
    SELECT 6, 'no-rights', string_agg(name, ', ' ORDER BY name) FROM wanted WHERE NOT is_granted HAVING count(*) > 0
) missing
ORDER BY place
