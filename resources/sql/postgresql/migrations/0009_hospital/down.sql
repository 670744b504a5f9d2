-- Everything but the table of versions. Parts of a table go with it.
DO $$
DECLARE
    object text;
BEGIN
    FOR object IN SELECT format('%I.%I', schemaname, viewname) FROM pg_views WHERE schemaname = 'simiao_api' LOOP
        EXECUTE 'DROP VIEW ' || object;
    END LOOP;
    FOR object IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                  WHERE schemaname = 'simiao' AND tablename <> 'schema_version' LOOP
        EXECUTE 'DROP TABLE IF EXISTS ' || object || ' CASCADE';
    END LOOP;
    FOR object IN SELECT CAST(p.oid AS regprocedure) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                  WHERE n.nspname IN ('simiao', 'simiao_api') LOOP
        EXECUTE 'DROP FUNCTION ' || object || ' CASCADE';
    END LOOP;
END $$;
--;;
DROP TYPE IF EXISTS actor;
--;;
DROP DOMAIN document;
