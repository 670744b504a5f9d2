-- What is demanded of who acts: made anew after each migration, behind acting.sql. The rules themselves are data (take_rules).
--
-- The first column in which a row that is to be written differs from the stored one and may not; null where there is none, or no such
-- row. \param allowed  'column', 'column:new value', 'column:old value>new value' (empty where there is none), 'column:@me' or '*'; what each version changes always
-- may
CREATE OR REPLACE FUNCTION column_not_allowed(name text, wanted jsonb, allowed text[], me text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    stored jsonb;
BEGIN
    IF '*' = ANY (allowed) THEN
        RETURN NULL;
    END IF;
    EXECUTE format('SELECT CAST(simiao.%1$I(t) AS jsonb) FROM simiao.%2$I t WHERE id = $1', 'canonical_' || name, name)
    INTO stored USING CAST(wanted ->> 'id' AS uuid);
    RETURN (SELECT key FROM jsonb_each_text(wanted) w FULL JOIN jsonb_each_text(stored) s USING (key)
            WHERE stored IS NOT NULL AND w.value IS DISTINCT FROM s.value
              AND key NOT IN ('version', 'recorded_at', 'recorded_by', 'site')
              AND NOT (name = 'account' AND key = 'password_hash' AND w.value = '')
              AND NOT EXISTS (SELECT FROM simiao.later_column l WHERE l.table_name = name AND l.column_name = key AND simiao.is_before(l.step))
              AND NOT allowed && ARRAY[key, key || ':' || w.value, key || ':' || coalesce(s.value, '') || '>' || coalesce(w.value, ''), CASE w.value WHEN me THEN key || ':@me' END]
            ORDER BY key LIMIT 1);
END $$;
--;;
-- The chain of what a log-in may note while nobody is signed in: its own, unless it stands at certain desks. In that of a desk which it may name as it
-- likes it would hold up whoever works there. Null: that of the desk.
CREATE OR REPLACE FUNCTION chain_of_nobody(said jsonb) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF simiao.is_service() OR (coalesce(current_setting('simiao.session', true), '') <> '' AND said ->> 'outcome' = 'success')
       OR EXISTS (SELECT FROM simiao.desk_login l WHERE l.login = session_user) THEN
        RETURN NULL;
    END IF;
    RETURN session_user;
END $$;
--;;
-- Refuses a running number that is not of the sequence which its column has, or stands elsewhere: with a sequence of her choice somebody would burn
-- the numbers of bills, which have no gaps. The day of a sequence is that of the act. \param step  as in commit(), without its number
CREATE OR REPLACE FUNCTION demand_number(said jsonb, step jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    rule jsonb := (SELECT r.numbers -> (step ->> 'table') FROM simiao.act_rule r WHERE r.act = said ->> 'act');
    given jsonb := step -> 'numbers' -> 0;
    content jsonb;
    day date := CAST(substring(given ->> 'sequence' FROM '/([0-9]{4}-?[0-1][0-9]-?[0-3][0-9])$') AS date);
BEGIN
    IF simiao.is_service() THEN
        RETURN;
    END IF;
    content := CAST(step ->> 'row' AS jsonb);
    IF (jsonb_array_length(step -> 'numbers') = 1 AND CAST(step ->> 'new' AS boolean)
        AND content ->> (rule ->> 'column') = btrim(given ->> 'mark', '"')
        AND given ->> 'width' = rule ->> 'width'
        AND given ->> 'prefix' = replace(rule ->> 'prefix', '@day', coalesce(to_char(day, 'YYYYMMDD'), ''))
        AND given ->> 'sequence' = replace(replace(replace(rule ->> 'sequence', '@day', coalesce(to_char(day, 'YYYYMMDD'), '')),
                                                   '@date', coalesce(to_char(day, 'YYYY-MM-DD'), '')),
                                           '@department', coalesce((SELECT o.code FROM simiao.organization o
                                                                    WHERE o.id = CAST(content ->> 'department' AS uuid)), ''))
        AND (day IS NULL OR abs(day - CAST(CAST(said ->> 'recorded' AS timestamptz) AT TIME ZONE 'UTC' AS date)) <= 1)) IS NOT TRUE THEN
        PERFORM simiao.refuse('server.event', coalesce(given ->> 'sequence', 'sequence'));
    END IF;
END $$;
--;;
-- Whether a time, or that of an id (UUIDv7), is over a day ahead of the server's clock.
CREATE OR REPLACE FUNCTION is_of_tomorrow(recorded text, id text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN CAST(recorded AS timestamptz) > now() + interval '1 day'
        OR substr(id, 15, 1) = '7' AND CAST(CAST('x' || left(replace(id, '-', ''), 12) AS bit(48)) AS bigint)
                                       > CAST(extract(epoch FROM now() + interval '1 day') * 1000 AS bigint);
END $$;
--;;
-- At most so many a minute of what a log-in can write with nobody signed in: else it fills the disk.
CREATE OR REPLACE FUNCTION keep_pace(kind text, most int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF simiao.is_service() THEN
        RETURN;
    END IF;
    IF (SELECT count(*) FROM simiao.unsigned_event u
        WHERE u.login = session_user AND u.what = kind AND u.at > clock_timestamp() - interval '1 minute') >= most THEN
        PERFORM simiao.forbid('login.wait', '60');
    END IF;
    INSERT INTO simiao.unsigned_event (login, what) VALUES (session_user, kind);
END $$;
--;;
-- With each day's seal: what nobody asks for any more. What was done stands in the trail.
CREATE OR REPLACE FUNCTION forget_days() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM simiao.unsigned_event WHERE at < now() - interval '1 hour';
    DELETE FROM simiao.sign_in_failure WHERE last < now() - interval '1 day';
    DELETE FROM simiao.staff_session WHERE coalesce(ended, until) < now() - interval '30 days';
    DELETE FROM simiao.broken_glass WHERE at < now() - interval '30 days';
END $$;
--;;
-- What a desk writes with nobody signed in: what the program writes then and no more.
CREATE OR REPLACE FUNCTION demand_of_nobody(said jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    unknown text := (SELECT key FROM jsonb_object_keys(said) AS key
                     WHERE key NOT IN ('act', 'agent', 'changes', 'command', 'detail', 'outcome', 'recorded', 'workstation') ORDER BY key LIMIT 1);
BEGIN
    IF unknown IS NOT NULL OR octet_length(CAST(said AS text)) > 1000 THEN
        PERFORM simiao.forbid('server.event', coalesce(unknown, 'length'));
    END IF;
    PERFORM simiao.keep_pace('trail', 120);
END $$;
--;;
-- An event has the keys and words of the program, and its time is written as it writes it: one without an outcome was taken for a success that no filter of the trail finds.
CREATE OR REPLACE FUNCTION demand_words(said jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF (said - ARRAY['act', 'agent', 'changes', 'command', 'detail', 'outcome', 'patient', 'recorded', 'workstation'] = '{}'
        AND said ->> 'outcome' IN ('success', 'refused')
        AND octet_length(coalesce(said ->> 'detail', '')) <= 10000
        AND said ->> 'recorded' = to_char(CAST(said ->> 'recorded' AS timestamptz) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) IS NOT TRUE THEN
        PERFORM simiao.forbid('server.event', 'event');
    END IF;
END $$;
--;;
-- Refuses what who acts may not do: another's name, an act that none of her roles has, rows or columns that the act does not write,
-- rows of another patient than the act is about, visits that are not hers.
-- \param said   the audit event
-- \param steps  as in commit(), with their numbers
CREATE OR REPLACE FUNCTION demand(said jsonb, steps jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    who simiao.actor;
    rule simiao.act_rule;
    step jsonb;
    content jsonb;
    about uuid := CAST(said ->> 'patient' AS uuid);
    visit simiao.encounter;
    visit_id uuid;
    booked simiao.slot;
    changed text;
BEGIN
    IF simiao.is_service() THEN
        RETURN;
    END IF;
    PERFORM simiao.demand_words(said);
    IF NOT simiao.stands_at(said ->> 'workstation') THEN
        PERFORM simiao.forbid('server.other-desk', said ->> 'workstation');
    END IF;
    -- One such id or time, and every desk that goes on after it writes what is years ahead.
    IF simiao.is_of_tomorrow(said ->> 'recorded', said ->> 'command') THEN
        PERFORM simiao.forbid('server.clock', said ->> 'recorded');
    END IF;
    IF jsonb_array_length(steps) = 0 AND said ->> 'act' = 'session.login' AND said ->> 'outcome' = 'refused'
       AND said ->> 'patient' IS NULL AND said ->> 'detail' ~ '^[a-z-]{1,40}$' THEN
        PERFORM simiao.demand_of_nobody(said);
        RETURN; -- of whoever tried
    END IF;
    who := simiao.acting();
    IF who.account IS NULL THEN
        -- What a desk notes before anybody works at it; and the first administrator of an empty hospital.
        IF jsonb_array_length(steps) = 0 AND said ->> 'act' = 'clock.moved' THEN
            PERFORM simiao.demand_of_nobody(said);
            RETURN;
        END IF;
        IF said ->> 'act' = 'account.manage' AND jsonb_array_length(steps) = 1 AND steps -> 0 ->> 'table' = 'account'
           AND NOT EXISTS (SELECT 1 FROM simiao.account) THEN
            RETURN;
        END IF;
        PERFORM simiao.forbid('server.signed-out');
    END IF;
    IF said ->> 'agent' IS DISTINCT FROM CAST(who.account AS text) THEN
        PERFORM simiao.forbid('server.other-person');
    END IF;
    IF who.workstation <> '' AND said ->> 'workstation' IS DISTINCT FROM who.workstation THEN
        PERFORM simiao.forbid('server.other-desk', said ->> 'workstation');
    END IF;
    IF said ->> 'outcome' <> 'success' THEN
        IF jsonb_array_length(steps) > 0 THEN
            PERFORM simiao.forbid('server.event', said ->> 'outcome');
        END IF;
        RETURN;
    END IF;
    SELECT * INTO rule FROM simiao.act_rule r WHERE r.act = said ->> 'act';
    IF NOT FOUND THEN
        PERFORM simiao.forbid('server.act-unknown', said ->> 'act');
    END IF;
    IF rule.permission <> '' AND NOT simiao.is_granted(who, rule.permission) THEN
        PERFORM simiao.forbid('server.not-granted', rule.permission);
    END IF;
    IF rule.names_patient AND about IS NULL THEN
        PERFORM simiao.forbid('server.event', 'patient');
    END IF;
    IF rule.act = 'patient.break-glass' AND coalesce(said ->> 'detail', '') = '' THEN
        PERFORM simiao.forbid('server.event', 'detail');
    END IF;
    IF rule.effects && ARRAY['slot/book'] THEN
        SELECT s.* INTO booked FROM simiao.slot s
        WHERE s.id = (SELECT CAST(e ->> 'id' AS uuid) FROM jsonb_array_elements(steps) AS e WHERE e ->> 'effect' = 'slot/book' LIMIT 1);
    END IF;
    FOR at IN 0 .. jsonb_array_length(steps) - 1 LOOP
        step := steps -> at;
        IF step ->> 'effect' IS NOT NULL THEN
            IF NOT (step ->> 'effect') = ANY (rule.effects) THEN
                PERFORM simiao.forbid('server.act-writes', rule.act || ' ' || (step ->> 'effect'));
            END IF;
            CONTINUE;
        END IF;
        content := CAST(step ->> 'row' AS jsonb);
        IF rule.needs ->> (step ->> 'table') IS NOT NULL
           AND NOT simiao.is_granted(who, rule.needs ->> (step ->> 'table')) THEN
            PERFORM simiao.forbid('server.not-granted', rule.needs ->> (step ->> 'table'));
        END IF;
        IF CAST(step ->> 'new' AS boolean) THEN
            IF NOT (step ->> 'table') = ANY (rule.inserts) THEN
                PERFORM simiao.forbid('server.act-writes', rule.act || ' ' || (step ->> 'table'));
            END IF;
            -- By hand somebody would take the number that comes next, and nobody else could go on.
            IF rule.numbers -> (step ->> 'table') IS NOT NULL AND coalesce(jsonb_array_length(step -> 'numbers'), 0) = 0
               AND NOT (CAST(rule.numbers -> (step ->> 'table') ->> 'mayLack' AS boolean)
                        AND content ->> (rule.numbers -> (step ->> 'table') ->> 'column') IS NOT DISTINCT FROM '') THEN
                PERFORM simiao.forbid('server.act-writes',
                                      rule.act || ' ' || (step ->> 'table') || '.' || (rule.numbers -> (step ->> 'table') ->> 'column'));
            END IF;
            IF simiao.is_of_tomorrow(NULL, content ->> 'id') THEN
                PERFORM simiao.forbid('server.clock', step ->> 'table');
            END IF;
        ELSE
            IF rule.updates -> (step ->> 'table') IS NULL THEN
                PERFORM simiao.forbid('server.act-writes', rule.act || ' ' || (step ->> 'table'));
            END IF;
            changed := simiao.column_not_allowed(step ->> 'table', content,
                                                 ARRAY(SELECT jsonb_array_elements_text(rule.updates -> (step ->> 'table'))),
                                                 CAST(who.account AS text));
            IF changed IS NOT NULL THEN
                PERFORM simiao.forbid('server.act-writes', rule.act || ' ' || (step ->> 'table') || '.' || changed);
            END IF;
            IF step ->> 'table' = 'account' AND content ->> 'id' = CAST(who.account AS text)
               AND content -> 'roles' IS DISTINCT FROM (SELECT CAST(a.roles AS jsonb) FROM simiao.account a WHERE a.id = who.account) THEN
                PERFORM simiao.forbid('account.own-roles', 'account.roles');
            END IF;
            -- What takes something away from a record (a restriction, an allergy) is for who treats her, or has given a reason.
            IF rule.without_care IS NOT NULL AND NOT simiao.treats(who, about)
               AND simiao.column_not_allowed(step ->> 'table', content,
                                             ARRAY(SELECT jsonb_array_elements_text(rule.without_care -> (step ->> 'table'))),
                                             CAST(who.account AS text)) IS NOT NULL THEN
                PERFORM simiao.forbid('server.other-care', step ->> 'table');
            END IF;
        END IF;
        IF CAST(step ->> 'new' AS boolean)
           AND EXISTS (SELECT 1 FROM jsonb_each_text(coalesce(rule.demanded -> (step ->> 'table'), '{}')) d
                       WHERE (coalesce(content ->> d.key, '') = ANY (CASE
                                                            WHEN d.value = '@me' THEN ARRAY[CAST(who.account AS text)]
                                                            WHEN d.value = '@none' THEN ARRAY['']
                                                            WHEN d.value LIKE '@slot.%' THEN ARRAY[to_jsonb(booked) ->> substr(d.value, 7)]
                                                            ELSE string_to_array(d.value, '|') END)) IS NOT TRUE) THEN
            PERFORM simiao.forbid('server.act-writes', rule.act || ' ' || (step ->> 'table'));
        END IF;
        -- In her name and of this moment; a new row is its first version.
        IF content ->> 'recorded_by' IS DISTINCT FROM CAST(who.account AS text) OR content ->> 'recorded_at' IS DISTINCT FROM said ->> 'recorded'
           OR (CAST(step ->> 'new' AS boolean) AND content ->> 'version' IS DISTINCT FROM '1') THEN
            PERFORM simiao.forbid('server.other-person', step ->> 'table');
        END IF;
        -- One's own only: the password of one's account, the settings of oneself.
        IF rule.own AND (coalesce(content ->> 'account', (CASE step ->> 'table' WHEN 'account' THEN content ->> 'id' END))
                         IS DISTINCT FROM CAST(who.account AS text)
                         OR coalesce(content ->> 'level', 'user') <> 'user')
           AND (rule.own_or = '' OR NOT simiao.is_granted(who, rule.own_or)) THEN
            PERFORM simiao.forbid('server.not-granted', coalesce(nullif(rule.own_or, ''), rule.act));
        END IF;
        IF about IS NULL THEN
            CONTINUE;
        END IF;
        IF (CASE step ->> 'table' WHEN 'patient' THEN content ->> 'id' ELSE coalesce(content ->> 'patient', CAST(about AS text)) END)
           <> CAST(about AS text) THEN
            PERFORM simiao.forbid('server.other-patient', step ->> 'table');
        END IF;
        visit_id := CAST(CASE step ->> 'table' WHEN 'encounter' THEN content ->> 'id' ELSE content ->> 'encounter' END AS uuid);
        IF visit_id IS NULL AND rule.needs_care THEN
            PERFORM simiao.forbid('server.other-care', step ->> 'table');
        END IF;
        IF visit_id IS NOT NULL THEN
            IF visit.id IS DISTINCT FROM visit_id THEN
                SELECT * INTO visit FROM simiao.encounter e WHERE e.id = visit_id;
            END IF;
            IF visit.patient <> about THEN
                PERFORM simiao.forbid('server.other-patient', step ->> 'table');
            END IF;
            IF rule.needs_care AND simiao.cares_for(who, visit) IS NOT TRUE THEN
                PERFORM simiao.forbid('server.other-care', step ->> 'table');
            END IF;
            -- Who is called stands in a queue. By the visit alone somebody would make any that has no practitioner her own, and so the record.
            IF rule.act = 'queue.call' AND step ->> 'table' = 'encounter'
               AND NOT EXISTS (SELECT FROM jsonb_array_elements(steps) AS s
                               WHERE s ->> 'table' = 'task' AND CAST(s ->> 'row' AS jsonb) ->> 'encounter' = content ->> 'id') THEN
                PERFORM simiao.forbid('server.act-writes', 'queue.call encounter');
            END IF;
        END IF;
    END LOOP;
    IF rule.act = 'patient.break-glass' THEN
        INSERT INTO simiao.broken_glass (account, patient) VALUES (who.account, about);
    END IF;
END $$;
--;;
-- Fills the rules from the texts of resources/rules/roles.json and server_acts.json, and makes the server's role of each role.
CREATE OR REPLACE FUNCTION take_rules(roles json, acts json) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM simiao.role_grant;
    INSERT INTO simiao.role_grant (role, permission)
        SELECT r ->> 'code', p FROM json_array_elements(roles -> 'roles') r, json_array_elements_text(r -> 'permissions') p;
    DELETE FROM simiao.act_rule;
    INSERT INTO simiao.act_rule (act, permission, names_patient, needs_care, without_care, own, own_or, inserts, updates, effects, needs,
                                 demanded, numbers)
        SELECT a ->> 'act', coalesce(a ->> 'permission', ''), coalesce(CAST(a ->> 'namesPatient' AS boolean), false),
               coalesce(CAST(a ->> 'needsCare' AS boolean), false), a -> 'withoutCare', coalesce(CAST(a ->> 'own' AS boolean), false),
               coalesce(a ->> 'ownOr', ''), ARRAY(SELECT json_array_elements_text(a -> 'inserts')),
               coalesce(a -> 'updates', '{}'), ARRAY(SELECT json_array_elements_text(a -> 'effects')), coalesce(a -> 'needs', '{}'),
               coalesce(a -> 'values', '{}'),
               coalesce((SELECT jsonb_object_agg(t, CAST(acts -> 'numbers' -> t AS jsonb) || jsonb_build_object('mayLack', t IN (
                                                        SELECT json_array_elements_text(a -> 'unnumbered'))))
                         FROM json_array_elements_text(a -> 'inserts') t WHERE acts -> 'numbers' -> t IS NOT NULL), '{}')
        FROM json_array_elements(acts -> 'acts') a;
    DELETE FROM simiao.read_rule;
    INSERT INTO simiao.read_rule (table_name, permissions)
        SELECT r ->> 'table', ARRAY(SELECT json_array_elements_text(r -> 'permissions')) FROM json_array_elements(acts -> 'reads') r;
    DELETE FROM simiao.server_rule;
    INSERT INTO simiao.server_rule (session_hours, one_per_person)
        VALUES (CAST(acts -> 'sessions' ->> 'hours' AS int), CAST(acts -> 'sessions' ->> 'onePerPerson' AS boolean));
END $$;
--;;
-- Makes a log-in of the server that of one person, with the server's roles of her account and no others. Runs as who calls it, who
-- keeps the server. \returns how many accounts have the name
CREATE OR REPLACE FUNCTION bind_login(login text, person text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    account simiao.account;
    staff_role text;
BEGIN
    SELECT * INTO account FROM simiao.account a WHERE a.login_name = person;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    INSERT INTO simiao.personal_login AS p (login, account) VALUES (bind_login.login, account.id)
    ON CONFLICT ON CONSTRAINT personal_login_pkey DO UPDATE SET account = EXCLUDED.account;
    FOR staff_role IN SELECT rolname FROM pg_roles WHERE rolname LIKE 'simiao\_role\_%' LOOP
        IF substr(staff_role, length('simiao_role_') + 1) IN (SELECT json_array_elements_text(CAST(account.roles AS json))) THEN
            EXECUTE format('GRANT %I TO %I', staff_role, login);
        ELSE
            EXECUTE format('REVOKE %I FROM %I', staff_role, login);
        END IF;
    END LOOP;
    RETURN 1;
END $$;
--;;
-- A row of each table that only some are shown, all of one patient, made where nothing looks at them: for measure_access(). \returns the tables
CREATE OR REPLACE FUNCTION make_probe_rows(patient uuid) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
    name text;
    columns text;
    given text;
BEGIN
    PERFORM set_config('session_replication_role', 'replica', true); -- no trigger, no reference
    FOR name IN SELECT r.table_name FROM simiao.read_rule r LOOP
        SELECT string_agg(quote_ident(attname), ', '), string_agg(
            CASE WHEN attname = 'encounter' THEN quote_literal('00000000-0000-0000-0000-000000000000')
                 WHEN attname = CASE name WHEN 'patient' THEN 'id' ELSE 'patient' END THEN quote_literal(patient)
                 ELSE CASE format_type(atttypid, NULL)
                      WHEN 'uuid' THEN quote_literal(md5(attname || patient)) WHEN 'bigint' THEN '1'
                      WHEN 'timestamp with time zone' THEN 'now()' WHEN 'date' THEN 'now()' ELSE quote_literal('') END END, ', ')
        INTO columns, given
        FROM pg_attribute
        WHERE attrelid = to_regclass('simiao.' || quote_ident(name)) AND attnum > 0 AND NOT attisdropped AND (attnotnull OR attname = 'encounter');
        EXECUTE format('INSERT INTO simiao.%I (%s) VALUES (%s)', name, columns, given);
    END LOOP;
    PERFORM set_config('session_replication_role', 'origin', true);
    RETURN ARRAY(SELECT r.table_name FROM simiao.read_rule r ORDER BY r.table_name);
END $$;
--;;
-- Has each act tried in each role by a desk that is there for as long as this takes, through commit() as desks call it. Only a
-- superuser may become somebody else; all that is made here goes with the exception that ends it.
-- \returns [{act, role, granted}]; for reading a table that only some are shown the act is 'read TABLE', and granted that its row is seen
CREATE OR REPLACE FUNCTION measure_access() RETURNS json LANGUAGE plpgsql AS $$
DECLARE
    found json[] := '{}';
    keeper text := session_user;
    rule simiao.act_rule;
    staff_role text;
    person uuid;
    patient uuid := CAST(md5('patient' || random()::text) AS uuid);
    kept text[];
    name text;
    command uuid;
    moment text := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
    token text;
    given json;
    granted boolean;
BEGIN
    BEGIN
        CREATE ROLE simiao_probe NOLOGIN IN ROLE simiao_desk;
        kept := simiao.make_probe_rows(patient);
        FOR staff_role IN SELECT DISTINCT role FROM simiao.role_grant ORDER BY role LOOP
            person := CAST(md5(staff_role || random()::text) AS uuid);
            token := md5(random()::text) || md5(random()::text);
            INSERT INTO simiao.account (id, site, version, recorded_at, recorded_by, login_name, name, name_en, title, roles,
                                        password_hash, status, row_hash)
            VALUES (person, '', 1, now(), person, 'probe of ' || staff_role, '', '', '', json_build_array(staff_role), '', 'active', '');
            INSERT INTO simiao.staff_session (token_hash, account, login, workstation, until)
            VALUES (sha256(convert_to(token, 'UTF8')), person, 'simiao_probe', '', 'infinity');
            PERFORM set_config('simiao.session', token, true);
            FOR rule IN SELECT * FROM simiao.act_rule ORDER BY act LOOP
                command := CAST(overlay(md5(random()::text || clock_timestamp()::text) PLACING '4' FROM 13) AS uuid); -- of no time
                given := json_build_object('recorded', moment, 'changes', '"@"', 'steps', json_build_array(), 'event',
                    format('{"act":%s,"agent":"%s","changes":"@","command":"%s","detail":"probe","outcome":"success","patient":"%s","recorded":%s,'
                           '"workstation":"probe"}', to_json(rule.act), person, command, patient, to_json(moment)));
                SET LOCAL SESSION AUTHORIZATION simiao_probe;
                BEGIN
                    PERFORM simiao_api.commit(command, given::text);
                    granted := true;
                EXCEPTION WHEN SQLSTATE 'SM004' THEN
                    granted := false;
                END;
                EXECUTE format('SET LOCAL SESSION AUTHORIZATION %I', keeper);
                found := found || json_build_object('act', rule.act, 'role', staff_role, 'granted', granted);
            END LOOP;
            FOREACH name IN ARRAY kept LOOP
                SET LOCAL SESSION AUTHORIZATION simiao_probe;
                EXECUTE format('SELECT EXISTS (SELECT FROM simiao_api.%I)', name) INTO granted;
                EXECUTE format('SET LOCAL SESSION AUTHORIZATION %I', keeper);
                found := found || json_build_object('act', 'read ' || name, 'role', staff_role, 'granted', granted);
            END LOOP;
        END LOOP;
        RAISE EXCEPTION USING ERRCODE = 'SM000';
    EXCEPTION WHEN SQLSTATE 'SM000' THEN
        NULL;
    END;
    RETURN array_to_json(found);
END $$;
