-- What the back-end uses of a server, each line tried before anything is made: a server that speaks PostgreSQL's protocol (Kingbase,
-- openGauss, ...) may lack some of it. The comment above a statement is what it is called where it fails. Nothing newer than
-- PostgreSQL 12 stands here.
-- PostgreSQL 12 or newer
SELECT 1 / CAST(CAST(current_setting('server_version_num') AS int) >= 120000 AS int);
--;;
-- texts in UTF-8
SELECT 1 / CAST(current_setting('server_encoding') = 'UTF8' AS int);
--;;
-- SHA-256
SELECT sha256(convert_to('', 'UTF8'));
--;;
-- json and jsonb
SELECT e ->> 'a' FROM jsonb_array_elements('[{"a": 1}]') e, json_each_text('{}') j;
--;;
-- rows from json
SELECT * FROM json_populate_record(CAST(NULL AS pg_class), '{"relname": "a"}');
--;;
-- advisory locks by a hash of 64 bits
SELECT pg_advisory_xact_lock(hashtextextended('simiao probe', 0));
--;;
-- numbers of transactions
SELECT txid_snapshot_xmin(txid_current_snapshot());
--;;
-- messages in the log of the server (wal_level replica or higher is not needed)
SELECT pg_logical_emit_message(true, 'simiao', '');
--;;
-- LISTEN and NOTIFY
LISTEN simiao_probe;
--;;
-- identity columns and collation C
CREATE TEMPORARY TABLE simiao_probe (place bigint GENERATED ALWAYS AS IDENTITY, name text COLLATE "C");
--;;
-- INSERT ... ON CONFLICT
INSERT INTO simiao_probe (name) VALUES ('') ON CONFLICT DO NOTHING;
--;;
-- functions of another's right, in PL/pgSQL
CREATE FUNCTION pg_temp.simiao_probe() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_temp AS $$
BEGIN
    RETURN 1;
END $$;
--;;
-- views that keep conditions apart
CREATE TEMPORARY VIEW simiao_probe_view WITH (security_barrier) AS SELECT place FROM simiao_probe;
--;;
-- tables in parts
CREATE TEMPORARY TABLE simiao_probe_parts (moment timestamptz NOT NULL, PRIMARY KEY (moment)) PARTITION BY RANGE (moment);
--;;
-- a part for what fits no other
CREATE TEMPORARY TABLE simiao_probe_rest PARTITION OF simiao_probe_parts DEFAULT;
--;;
-- settings of a transaction
SELECT set_config('simiao.session', '', true);
