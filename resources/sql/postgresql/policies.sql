-- What the server demands of who acts, and what she sees. Functions and views only, made anew after each migration; what they go by
-- stands in tables that `take_rules` fills from resources/rules (roles.json, server_acts.json).
--
-- Who acts is known in one of two ways. A desk's log-in carries sessions: a person proves her password to sign_in(), and the token
-- that she brought is set on the connection (`simiao.session`); the server keeps its hash. Or the log-in is a person's own
-- (personal_login); then each of her roles needs the server's role of it too. Members of simiao_service act for a program (import,
-- interface, demo data) and are believed what they say.
CREATE OR REPLACE FUNCTION is_service() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT pg_has_role(session_user, 'simiao_service', 'MEMBER')
$$;
--;;
-- Who acts on this connection; an empty row when nobody does. A session that has ended, is another log-in's or whose account was closed is
-- refused with words: a list that is empty for want of it would say that there is nobody.
CREATE OR REPLACE FUNCTION acting() RETURNS actor LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    token text := current_setting('simiao.session', true);
    who simiao.actor;
BEGIN
    IF token <> '' THEN
        SELECT a.id, a.department, ARRAY(SELECT json_array_elements_text(CAST(a.roles AS json))), s.workstation
        INTO who
        FROM simiao.staff_session s JOIN simiao.account a ON a.id = s.account
        WHERE s.token_hash = sha256(convert_to(token, 'UTF8')) AND s.login = session_user AND s.ended IS NULL
          AND s.until > clock_timestamp() AND a.status = 'active';
        IF who.account IS NULL THEN
            PERFORM simiao.forbid('server.signed-out');
        END IF;
        RETURN who;
    END IF;
    SELECT a.id, a.department,
           ARRAY(SELECT r FROM json_array_elements_text(CAST(a.roles AS json)) AS r
                 JOIN pg_roles p ON p.rolname = 'simiao_role_' || r WHERE pg_has_role(session_user, p.oid, 'MEMBER')),
           ''
    INTO who
    FROM simiao.personal_login l JOIN simiao.account a ON a.id = l.account
    WHERE l.login = session_user AND a.status = 'active';
    RETURN who;
END $$;
--;;
CREATE OR REPLACE FUNCTION is_granted(who actor, wanted text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM simiao.role_grant g WHERE g.permission = wanted AND g.role = ANY ((who).roles))
$$;
--;;
-- Whether who acts here may do one of `wanted`.
CREATE OR REPLACE FUNCTION may(VARIADIC wanted text[]) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    who simiao.actor;
BEGIN
    IF simiao.is_service() THEN
        RETURN true;
    END IF;
    who := simiao.acting();
    RETURN EXISTS (SELECT 1 FROM simiao.role_grant g WHERE g.permission = ANY (wanted) AND g.role = ANY (who.roles));
END $$;
--;;
CREATE OR REPLACE FUNCTION me() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
    SELECT (simiao.acting()).account
$$;
--;;
-- Restricted records that are open to who acts: a visit with her or her department, a reason given within a day, a prescription
-- of the last week for who reviews and dispenses.
CREATE OR REPLACE FUNCTION opened_records() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    who simiao.actor := simiao.acting();
    dispenses boolean := simiao.is_granted(who, 'prescription.review') OR simiao.is_granted(who, 'medication.dispense');
BEGIN
    RETURN ARRAY(
        SELECT p.id FROM simiao.patient p
        WHERE p.confidentiality IS NOT NULL
          AND (EXISTS (SELECT 1 FROM simiao.encounter e
                       WHERE e.patient = p.id AND (e.practitioner = who.account OR e.department = who.department))
               OR EXISTS (SELECT 1 FROM simiao.broken_glass b
                          WHERE b.account = who.account AND b.patient = p.id AND b.at > now() - interval '1 day')
               OR dispenses AND EXISTS (SELECT 1 FROM simiao.prescription r
                                        WHERE r.patient = p.id AND r.authored_on > now() - interval '7 days')));
END $$;
--;;
-- Whether a visit is hers: with her, with her department, or opened with a reason.
CREATE OR REPLACE FUNCTION cares_for(who actor, visit simiao.encounter) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT (visit).practitioner = (who).account OR (visit).department = (who).department
        OR ((visit).practitioner IS NULL AND (visit).department IS NULL)
        OR EXISTS (SELECT 1 FROM simiao.broken_glass b WHERE b.account = (who).account AND b.patient = (visit).patient
                   AND b.at > now() - interval '1 day')
$$;
--;;
CREATE OR REPLACE FUNCTION forbid(code text, detail text DEFAULT '') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SM004', MESSAGE = code, DETAIL = detail;
END $$;
--;;
-- The first column in which a row that is to be written differs from the stored one and may not; null where there is none, or no such
-- row. \param allowed  'column', 'column:new value', 'column:old value>new value', 'column:@me' or '*'; what each version changes always
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
              AND NOT allowed && ARRAY[key, key || ':' || w.value, key || ':' || s.value || '>' || w.value, CASE w.value WHEN me THEN key || ':@me' END]
            ORDER BY key LIMIT 1);
END $$;
--;;
-- Refuses what who acts may not do: another's name, an act that none of her roles has, rows or columns that the act does not write,
-- rows of another patient than the act is about, visits that are not hers.
-- \param said   the audit event
-- \param steps  as in commit()
CREATE OR REPLACE FUNCTION demand(said jsonb, steps jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    who simiao.actor;
    rule simiao.act_rule;
    step jsonb;
    content jsonb;
    about uuid := CAST(said ->> 'patient' AS uuid);
    visit simiao.encounter;
    visit_id uuid;
    changed text;
BEGIN
    IF simiao.is_service() THEN
        RETURN;
    END IF;
    IF jsonb_array_length(steps) = 0 AND said ->> 'act' = 'session.login' AND said ->> 'outcome' <> 'success' THEN
        RETURN; -- of whoever tried
    END IF;
    who := simiao.acting();
    IF who.account IS NULL THEN
        -- What a desk notes before anybody works at it; and the first administrator of an empty hospital.
        IF jsonb_array_length(steps) = 0 AND said ->> 'act' = 'clock.moved' THEN
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
    FOR step IN SELECT jsonb_array_elements(steps) LOOP
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
        END IF;
        IF CAST(step ->> 'new' AS boolean)
           AND EXISTS (SELECT 1 FROM jsonb_each_text(coalesce(rule.demanded -> (step ->> 'table'), '{}')) d
                       WHERE (content ->> d.key = ANY (CASE d.value WHEN '@me' THEN ARRAY[CAST(who.account AS text)]
                                                                    ELSE string_to_array(d.value, '|') END)) IS NOT TRUE) THEN
            PERFORM simiao.forbid('server.act-writes', rule.act || ' ' || (step ->> 'table'));
        END IF;
        -- One's own only: the password of one's account, the settings of oneself.
        IF rule.own AND coalesce(content ->> 'account', (CASE step ->> 'table' WHEN 'account' THEN content ->> 'id' END))
                        IS DISTINCT FROM CAST(who.account AS text)
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
        END IF;
    END LOOP;
    IF rule.act = 'patient.break-glass' THEN
        INSERT INTO simiao.broken_glass (account, patient) VALUES (who.account, about);
    END IF;
END $$;
--;;
CREATE OR REPLACE FUNCTION hmac_sha256(key bytea, message bytea) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    inner_pad bytea := key || decode(repeat('00', 64 - length(key)), 'hex');
    outer_pad bytea := inner_pad;
BEGIN
    FOR i IN 0..63 LOOP
        inner_pad := set_byte(inner_pad, i, get_byte(inner_pad, i) # 54);
        outer_pad := set_byte(outer_pad, i, get_byte(outer_pad, i) # 92);
    END LOOP;
    RETURN sha256(outer_pad || sha256(inner_pad || message));
END $$;
--;;
-- What the key of a password is made with: parameters and salt of its Argon2id verifier. A name that nobody has gets some that stay
-- the same, so that asking tells nothing.
CREATE OR REPLACE FUNCTION simiao_api.salt_for(login_name text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
    SELECT coalesce(
        (SELECT substring(a.password_hash from '^(\$argon2id\$[^$]*\$[^$]*\$[^$]*)\$') FROM simiao.account a
         WHERE a.login_name = salt_for.login_name),
        (SELECT '$argon2id$v=19$m=65536,t=2,p=1$' || rtrim(encode(substring(sha256(convert_to(s.secret || salt_for.login_name, 'UTF8'))
                                                                            from 1 for 16), 'base64'), '=')
         FROM simiao.server_secret s))
$$;
--;;
-- Begins a session. `proof` is HMAC-SHA256 of 'token:name:workstation' under the key of the password; the token is random, made by
-- who signs in, and never seen before. Each failure makes the next wait longer.
-- \returns the account; null for a wrong password, an unknown name, an account that is locked or retired alike; SM004 login.wait with
--          the seconds
CREATE OR REPLACE FUNCTION simiao_api.sign_in(login_name text, desk text, token text, proof bytea) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    person simiao.account;
    failed simiao.sign_in_failure;
    patience interval;
    rule simiao.server_rule;
BEGIN
    IF length(token) < 32 OR octet_length(proof) <> 32 THEN
        RETURN NULL;
    END IF;
    SELECT * INTO failed FROM simiao.sign_in_failure f WHERE f.login_name = sign_in.login_name;
    IF FOUND AND failed.count >= 5 THEN
        patience := failed.last + least(power(2, failed.count - 5) * interval '10 seconds', interval '15 minutes') - clock_timestamp();
        IF patience > interval '0' THEN
            PERFORM simiao.forbid('login.wait', CAST(ceil(extract(epoch FROM patience)) AS text));
        END IF;
    END IF;
    SELECT * INTO person FROM simiao.account a WHERE a.login_name = sign_in.login_name;
    IF NOT FOUND OR person.status <> 'active' OR person.password_hash NOT LIKE '$argon2id$%'
       OR simiao.hmac_sha256(
              decode(split_part(person.password_hash, '$', 6)
                     || repeat('=', (4 - length(split_part(person.password_hash, '$', 6)) % 4) % 4), 'base64'),
              convert_to(token || ':' || login_name || ':' || desk, 'UTF8')) <> proof THEN
        INSERT INTO simiao.sign_in_failure AS f (login_name, count, last)
        VALUES (left(sign_in.login_name, 64), 1, clock_timestamp())
        ON CONFLICT ON CONSTRAINT sign_in_failure_pkey DO UPDATE
            SET count = CASE WHEN f.last < EXCLUDED.last - interval '1 hour' THEN 1 ELSE f.count + 1 END, last = EXCLUDED.last;
        RETURN NULL;
    END IF;
    DELETE FROM simiao.sign_in_failure f WHERE f.login_name = sign_in.login_name;
    SELECT * INTO rule FROM simiao.server_rule;
    IF rule.one_per_person THEN
        UPDATE simiao.staff_session s SET ended = clock_timestamp(), reason = 'elsewhere'
        WHERE s.account = person.id AND s.ended IS NULL AND s.workstation <> desk;
    END IF;
    INSERT INTO simiao.staff_session (token_hash, account, login, workstation, until)
    VALUES (sha256(convert_to(token, 'UTF8')), person.id, session_user, desk,
            clock_timestamp() + coalesce(rule.session_hours, 16) * interval '1 hour');
    RETURN person.id;
END $$;
--;;
CREATE OR REPLACE FUNCTION simiao_api.sign_out(token text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
    UPDATE simiao.staff_session SET ended = clock_timestamp(), reason = 'signed out'
    WHERE token_hash = sha256(convert_to(token, 'UTF8')) AND login = session_user AND ended IS NULL
$$;
--;;
-- Fills the rules from the texts of resources/rules/roles.json and server_acts.json, and makes the server's role of each role.
CREATE OR REPLACE FUNCTION take_rules(roles json, acts json) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM simiao.role_grant;
    INSERT INTO simiao.role_grant (role, permission)
        SELECT r ->> 'code', p FROM json_array_elements(roles -> 'roles') r, json_array_elements_text(r -> 'permissions') p;
    DELETE FROM simiao.act_rule;
    INSERT INTO simiao.act_rule (act, permission, names_patient, needs_care, own, own_or, inserts, updates, effects, needs, demanded)
        SELECT a ->> 'act', coalesce(a ->> 'permission', ''), coalesce(CAST(a ->> 'namesPatient' AS boolean), false),
               coalesce(CAST(a ->> 'needsCare' AS boolean), false), coalesce(CAST(a ->> 'own' AS boolean), false),
               coalesce(a ->> 'ownOr', ''), ARRAY(SELECT json_array_elements_text(a -> 'inserts')),
               coalesce(a -> 'updates', '{}'), ARRAY(SELECT json_array_elements_text(a -> 'effects')), coalesce(a -> 'needs', '{}'),
               coalesce(a -> 'values', '{}')
        FROM json_array_elements(acts -> 'acts') a;
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
-- Has each act tried in each role by a desk that is there for as long as this takes, through commit() as desks call it. Only a
-- superuser may become somebody else; all that is made here goes with the exception that ends it.
-- \returns [{act, role, granted}]
CREATE OR REPLACE FUNCTION measure_access() RETURNS json LANGUAGE plpgsql AS $$
DECLARE
    found json[] := '{}';
    keeper text := session_user;
    rule simiao.act_rule;
    staff_role text;
    person uuid;
    patient uuid := CAST(md5('patient' || random()::text) AS uuid);
    command uuid;
    token text;
    given json;
    granted boolean;
BEGIN
    BEGIN
        CREATE ROLE simiao_probe NOLOGIN IN ROLE simiao_desk;
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
                command := CAST(md5(random()::text || clock_timestamp()::text) AS uuid);
                given := json_build_object('recorded', now(), 'changes', '"@"', 'steps', json_build_array(), 'event',
                    json_build_object('act', rule.act, 'agent', person, 'changes', '@', 'command', command, 'outcome', 'success',
                                      'patient', patient, 'workstation', 'probe')::text);
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
        END LOOP;
        RAISE EXCEPTION USING ERRCODE = 'SM000';
    EXCEPTION WHEN SQLSTATE 'SM000' THEN
        NULL;
    END;
    RETURN array_to_json(found);
END $$;
--;;
-- Whether the views show all 'rows', or all of the 'trail', to who asks: what reads everything must not take a part for it.
CREATE OR REPLACE FUNCTION simiao_api.sees_all(what text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
    SELECT simiao.is_service() OR (what = 'trail' AND simiao.may('audit.verify', 'audit.read'))
$$;
--;;
-- What the view of a table shows. Where rows differ in who may see them, the condition names `t`.
CREATE OR REPLACE FUNCTION view_filter(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        -- what the record of a restricted patient holds
        WHEN name IN ('composition', 'condition', 'observation', 'imaging_study', 'medication_statement') THEN
            '(SELECT simiao.may(''patient.read'', ''patient.import'')) AND (NOT EXISTS (SELECT 1 FROM simiao.patient p WHERE p.id = t.patient'
            ' AND p.confidentiality IS NOT NULL) OR (SELECT simiao.is_service()) OR t.patient = ANY ((SELECT simiao.opened_records())::uuid[]))'
        WHEN name IN ('patient', 'patient_name_part', 'allergy_intolerance', 'encounter', 'appointment', 'task', 'prescription',
                      'medication_request', 'medication_dispense', 'charge_item', 'invoice', 'invoice_line') THEN
            '(SELECT simiao.may(''patient.read'', ''patient.import''))'
        -- one's own acts; all for who reads the trail, those of a patient for who may ask who saw her; nothing of patients before log-in
        WHEN name = 'audit_event' THEN
            '(SELECT simiao.may(''audit.read'', ''audit.verify'')) OR t.agent = CAST((SELECT simiao.me()) AS text)'
            ' OR (t.patient IS NOT NULL AND (SELECT simiao.may(''patient.trail'')))'
            ' OR (t.patient IS NULL AND (SELECT simiao.me()) IS NULL)'
        WHEN name IN ('organization', 'account', 'slot', 'medication', 'lot', 'concept', 'setting', 'desk_device', 'library',
                      'audit_head', 'audit_root', 'command', 'generation', 'role_grant', 'act_rule') THEN 'true'
        -- what nobody has decided about
        ELSE '(SELECT simiao.is_service())' END
$$;
--;;
CREATE OR REPLACE FUNCTION make_views() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text;
    columns text;
    has_later boolean;
BEGIN
    FOR name IN SELECT tablename FROM pg_tables
                WHERE schemaname = 'simiao' AND tablename NOT LIKE 'audit\_event\_%'
                  AND tablename NOT IN ('schema_version', 'feed_notice', 'staff_session', 'sign_in_failure', 'server_secret',
                                        'personal_login', 'broken_glass', 'server_rule', 'presence_lease', 'later_column') LOOP
        SELECT count(*) > 0 INTO has_later FROM simiao.later_column l WHERE l.table_name = name;
        IF has_later THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION simiao.known_hash_%1$s(simiao.%1$I) TO simiao_desk', name);
        END IF;
        -- A program of a step before is shown the hash of what it knows.
        -- A verifier lets in who has it: a desk never sees one, and the row is sealed as it is shown.
        SELECT string_agg(CASE
                   WHEN name = 'account' AND attname = 'password_hash' THEN
                       'CASE WHEN (SELECT simiao.is_service()) THEN t.password_hash ELSE '''' END AS password_hash'
                   WHEN name = 'account' AND attname = 'row_hash' THEN
                       'CASE WHEN (SELECT simiao.is_service()) THEN ' || CASE WHEN has_later THEN 'simiao.known_hash_account(t)' ELSE 't.row_hash' END
                       || ' ELSE simiao.shown_account_hash(t) END AS row_hash'
                   WHEN has_later AND attname = 'row_hash' THEN format('simiao.known_hash_%s(t) AS row_hash', name)
                   ELSE 't.' || quote_ident(attname) END, ', ' ORDER BY attnum)
        INTO columns
        FROM pg_attribute
        WHERE attrelid = to_regclass('simiao.' || quote_ident(name)) AND attnum > 0 AND NOT attisdropped;
        -- A barrier where one row is shown and another is not: nothing that the asker brings looks at a row before. It would keep
        -- searches from their indexes where all rows are shown or none.
        EXECUTE format('CREATE OR REPLACE VIEW simiao_api.%1$I WITH (security_barrier = %4$s) AS SELECT %2$s FROM simiao.%1$I t WHERE %3$s',
                       name, columns, simiao.view_filter(name), simiao.view_filter(name) LIKE '% t.%');
    END LOOP;
    CREATE OR REPLACE VIEW simiao_api.schema_version AS SELECT number, name, checksum FROM simiao.schema_version;
END $$;
--;;
CREATE OR REPLACE FUNCTION shown_account_hash(kept simiao.account) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
BEGIN
    kept.password_hash := '';
    kept := simiao.as_known_account(kept);
    RETURN sha256(convert_to(simiao.canonical_account(kept), 'UTF8'));
END $$;
--;;
SELECT make_views();
--;;
SELECT make_audit_months();
--;;
-- What the views ask; without the use of the schema nobody can call them by name.
GRANT EXECUTE ON FUNCTION simiao.is_service(), simiao.may(text[]), simiao.me(), simiao.opened_records(),
    simiao.shown_account_hash(simiao.account) TO simiao_desk;
