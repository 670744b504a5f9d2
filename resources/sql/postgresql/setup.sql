-- Run by a superuser or by a login that may make roles, once a database and before its migrations; harmless when run again.
-- simiao_owner owns everything and nobody logs in as it; simiao_desk is what the log-ins of desks are members of; simiao_service those of
-- programs that act without a person and are believed what they say. simiao_viewer owns the views, and nobody logs in as it either: row
-- policies hold for it, as they do not for the owner of the tables, whose functions see all.
DO $$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY ARRAY['simiao_owner', 'simiao_desk', 'simiao_service', 'simiao_viewer'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', role);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL; -- another database of this server is being set up
            END;
        END IF;
    END LOOP;
END $$;
--;;
DO $$
BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT simiao_owner TO %I', current_user); -- to make things in its name
    END IF;
END $$;
--;;
DO $$
BEGIN
    GRANT pg_signal_backend, pg_read_all_stats TO simiao_owner; -- clear_the_way()
EXCEPTION WHEN insufficient_privilege THEN
    NULL; -- who keeps the server ends what stands in the way
END $$;
--;;
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO simiao_owner', current_database()); END $$;
--;;
DO $$ BEGIN EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database()); END $$;
--;;
DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO simiao_desk', current_database()); END $$;
--;;
GRANT simiao_desk TO simiao_service;
--;;
GRANT simiao_viewer TO simiao_owner;
--;;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
--;;
CREATE SCHEMA IF NOT EXISTS simiao AUTHORIZATION simiao_owner;
--;;
CREATE SCHEMA IF NOT EXISTS simiao_api AUTHORIZATION simiao_viewer;
--;;
-- Its views' owner must own it: a copy is given its rights last, and who restores it need be no superuser.
ALTER SCHEMA simiao_api OWNER TO simiao_viewer;
--;;
GRANT USAGE ON SCHEMA simiao TO simiao_viewer;
--;;
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = simiao_api', current_database()); END $$;
