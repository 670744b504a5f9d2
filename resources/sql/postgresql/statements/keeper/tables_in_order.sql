-- Those that others refer to stand before them; an invoice settles charges that are there.
WITH RECURSIVE reference (name, depth) AS (
    SELECT c.oid, 0 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'simiao' AND c.relkind IN ('r', 'p')
      AND NOT c.relispartition
    UNION
    SELECT f.conrelid, r.depth + 1 FROM reference r JOIN pg_constraint f ON f.confrelid = r.name AND f.contype = 'f' AND f.conrelid <> f.confrelid
)
SELECT CAST(c.relname AS text) FROM reference r JOIN pg_class c ON c.oid = r.name GROUP BY c.relname 
ORDER BY max(r.depth) + CASE c.relname WHEN 'invoice' THEN 100 ELSE 0 END, c.relname
