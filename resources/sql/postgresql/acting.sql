-- Who acts, and what is open to her. Functions only, made anew after each migration; what they go by stands in tables that `take_rules`
-- fills from resources/rules (roles.json, server_acts.json).
--
-- Who acts is known in one of two ways. A desk's log-in carries sessions: a person proves her password (offer_proof(), sign_in()), and the token
-- that she brought is set on the connection (`simiao.session`); the server keeps its hash. Or the log-in is a person's own
-- (personal_login): nobody else signs in with it, each of her roles needs the server's role of it too, and where a person signs in once she
-- signs in as at any other, since a session is what ends when she does so elsewhere. Members of simiao_service act for a program (import,
-- interface, demo data) and are believed what they say.
CREATE OR REPLACE FUNCTION is_service() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT pg_has_role(session_user, 'simiao_service', 'MEMBER')
$$;
--;;
-- Whether the log-in of who asks may stand at this desk.
CREATE OR REPLACE FUNCTION stands_at(desk text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT coalesce(bool_or(l.workstation = desk), true) FROM simiao.desk_login l WHERE l.login = session_user);
END $$;
--;;
-- Roles of an account that hold with this log-in. \param is_own  it belongs to her
CREATE OR REPLACE FUNCTION roles_at(login text, is_own boolean, kept text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT is_own THEN
        RETURN ARRAY(SELECT json_array_elements_text(CAST(kept AS json)));
    END IF;
    RETURN ARRAY(SELECT r FROM json_array_elements_text(CAST(kept AS json)) AS r
                 JOIN pg_roles p ON p.rolname = 'simiao_role_' || r WHERE pg_has_role(login, p.oid, 'MEMBER'));
END $$;
--;;
-- Who acts on this connection; an empty row when nobody does. A session that has ended, is another log-in's or whose account was closed is
-- refused with words: a list that is empty for want of it would say that there is nobody.
CREATE OR REPLACE FUNCTION acting() RETURNS actor LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    token text := current_setting('simiao.session', true);
    who simiao.actor;
BEGIN
    IF token <> '' THEN
        SELECT a.id, a.department, simiao.roles_at(s.login, l.login IS NOT NULL, a.roles), s.workstation
        INTO who
        FROM simiao.staff_session s JOIN simiao.account a ON a.id = s.account
        LEFT JOIN simiao.personal_login l ON l.login = s.login
        WHERE s.token_hash = sha256(convert_to(token, 'UTF8')) AND s.login = session_user AND s.ended IS NULL
          AND s.until > clock_timestamp() AND a.status = 'active' AND coalesce(l.account = a.id, true);
        IF who.account IS NULL THEN
            PERFORM simiao.forbid('server.signed-out');
        END IF;
        RETURN who;
    END IF;
    IF (SELECT r.one_per_person FROM simiao.server_rule r) THEN
        RETURN who;
    END IF;
    SELECT a.id, a.department, simiao.roles_at(l.login, true, a.roles), '' INTO who
    FROM simiao.personal_login l JOIN simiao.account a ON a.id = l.account
    WHERE l.login = session_user AND a.status = 'active';
    IF who.account IS NULL AND EXISTS (SELECT 1 FROM simiao.personal_login l WHERE l.login = session_user) THEN
        PERFORM simiao.forbid('server.signed-out');
    END IF;
    RETURN who;
END $$;
--;;
-- In plpgsql as all that a commit calls and that reads: a function in SQL which is no mere expression is planned by each statement anew.
CREATE OR REPLACE FUNCTION is_granted(who actor, wanted text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM simiao.role_grant g WHERE g.permission = wanted AND g.role = ANY (who.roles));
END $$;
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
-- Whether who acts here is shown rows of a table (read_rule).
CREATE OR REPLACE FUNCTION may_read(name text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
BEGIN
    RETURN simiao.may(VARIADIC (SELECT r.permissions FROM simiao.read_rule r WHERE r.table_name = name));
END $$;
--;;
-- Whether the record of a restricted patient is open to who acts, as far as she is shown the table at all: a visit with her or her department,
-- a reason given within a day; for who reviews and dispenses a prescription of the last week, at the front desk a visit since yesterday, at
-- the till one of the last week or with something to pay. Asked of each such row: of all restricted patients it took a third of a second.
CREATE OR REPLACE FUNCTION is_opened(whose uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    who simiao.actor := simiao.acting();
    receives boolean;
    charges boolean;
BEGIN
    IF simiao.treats(who, whose) THEN
        RETURN true;
    END IF;
    receives := simiao.is_granted(who, 'encounter.check-in');
    charges := simiao.is_granted(who, 'payment.take');
    RETURN (receives OR charges)
           AND EXISTS (SELECT 1 FROM simiao.encounter e
                       WHERE e.patient = whose
                         AND (receives AND e.period_start > now() - interval '1 day' OR charges AND e.period_start > now() - interval '7 days'
                              OR charges AND EXISTS (SELECT 1 FROM simiao.open_charge o WHERE o.encounter = e.id)))
        OR (simiao.is_granted(who, 'prescription.review') OR simiao.is_granted(who, 'medication.dispense'))
           AND EXISTS (SELECT 1 FROM simiao.encounter e JOIN simiao.prescription r ON r.encounter = e.id
                       WHERE e.patient = whose AND r.authored_on > now() - interval '7 days');
END $$;
--;;
-- Whether a visit is hers: with her, with her department, or opened with a reason. One that came with a history from elsewhere is nobody's, and so anybody's,
-- unless the record is restricted.
CREATE OR REPLACE FUNCTION cares_for(who actor, visit simiao.encounter) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN visit.practitioner = who.account OR visit.department = who.department
        OR (visit.practitioner IS NULL AND visit.department IS NULL
            AND NOT EXISTS (SELECT FROM simiao.patient p WHERE p.id = visit.patient AND p.confidentiality IS NOT NULL))
        OR EXISTS (SELECT 1 FROM simiao.broken_glass b WHERE b.account = who.account AND b.patient = visit.patient
                   AND b.at > now() - interval '1 day');
END $$;
--;;
-- Whether a patient is hers: a visit with her or with her department, or a reason that she gave within a day.
CREATE OR REPLACE FUNCTION treats(who actor, whom uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM simiao.encounter e
                   WHERE e.patient = whom AND (e.practitioner = who.account OR e.department = who.department))
        OR EXISTS (SELECT 1 FROM simiao.broken_glass b
                   WHERE b.account = who.account AND b.patient = whom AND b.at > now() - interval '1 day');
END $$;
--;;
CREATE OR REPLACE FUNCTION forbid(code text, detail text DEFAULT '') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SM004', MESSAGE = code, DETAIL = detail;
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
-- A link of the server's own: who signs in by hand would leave none. The id is one of now, as the program's are.
CREATE OR REPLACE FUNCTION note_sign_in(person uuid, desk text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    moment timestamptz := clock_timestamp();
    command uuid := CAST(overlay(overlay(lpad(to_hex(CAST(floor(extract(epoch FROM moment) * 1000) AS bigint)), 12, '0')
                                         || substr(md5(random()::text || moment::text), 1, 20) PLACING '7' FROM 13) PLACING '8' FROM 17) AS uuid);
    said jsonb := jsonb_build_object('act', 'session.sign-in', 'agent', person, 'changes', '[]', 'command', command, 'outcome', 'success',
                                     'recorded', to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'workstation', desk);
BEGIN
    PERFORM simiao.append_audit((SELECT '{' || string_agg(to_json(key) || ':' || CASE key WHEN 'changes' THEN value ELSE CAST(to_json(value) AS text) END,
                                                          ',' ORDER BY key COLLATE "C") || '}' FROM jsonb_each_text(said)), said);
END $$;
--;;
-- One more failure of who says this name here; refused while she has to wait for those before.
CREATE OR REPLACE FUNCTION count_failure(name text, place text, allowed int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    failed simiao.sign_in_failure;
    patience interval;
BEGIN
    INSERT INTO simiao.sign_in_failure (login_name, login, workstation, count, last) VALUES (name, session_user, place, 0, clock_timestamp())
    ON CONFLICT ON CONSTRAINT sign_in_failure_pkey DO NOTHING;
    SELECT * INTO failed FROM simiao.sign_in_failure f
    WHERE f.login_name = name AND f.login = session_user AND f.workstation = place FOR UPDATE;
    IF failed.count >= allowed THEN
        patience := failed.last + least(power(2, least(failed.count - allowed, 10)) * interval '10 seconds', interval '15 minutes') - clock_timestamp();
        IF patience > interval '0' THEN
            PERFORM simiao.forbid('login.wait', CAST(ceil(extract(epoch FROM patience)) AS text));
        END IF;
    END IF;
    UPDATE simiao.sign_in_failure f
    SET count = CASE WHEN f.last < clock_timestamp() - interval '1 hour' THEN 1 ELSE f.count + 1 END, last = clock_timestamp()
    WHERE f.login_name = name AND f.login = session_user AND f.workstation = place;
END $$;
--;;
-- First half of signing in: what is to be proved is left here, and counts as a failure until sign_in() has found it right. They are two since
-- a failure that is counted where the password is tried is taken back with that transaction, and nothing is left of the guess. Each failure
-- makes the next wait longer. `proof` is HMAC-SHA256 of 'token:name:workstation' under the key of the password; the token is random, made by
-- who signs in, and never seen before.
-- \returns nothing; SM004 login.wait with the seconds, server.own-login of somebody else's log-in
CREATE OR REPLACE FUNCTION simiao_api.offer_proof(login_name text, desk text, token text, proof bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    name text := left(login_name, 64);
    place text := left(desk, 64);
BEGIN
    IF length(token) < 32 OR octet_length(proof) <> 32 THEN
        PERFORM simiao.refuse('server.event', 'proof');
    END IF;
    IF NOT simiao.stands_at(desk) THEN
        PERFORM simiao.forbid('server.other-desk', desk);
    END IF;
    IF EXISTS (SELECT FROM simiao.personal_login l JOIN simiao.account a ON a.id = l.account
               WHERE l.login = session_user AND a.login_name <> offer_proof.login_name) THEN
        PERFORM simiao.forbid('server.own-login');
    END IF;
    DELETE FROM simiao.sign_in_offer o
    WHERE o.ctid IN (SELECT ctid FROM simiao.sign_in_offer WHERE at < clock_timestamp() - interval '1 minute' FOR UPDATE SKIP LOCKED);
    PERFORM simiao.count_failure(name, place, 5);
    IF NOT EXISTS (SELECT FROM simiao.account a JOIN simiao.staff_session s ON s.account = a.id
                   WHERE a.login_name = offer_proof.login_name AND s.workstation = desk AND s.login = session_user) THEN
        PERFORM simiao.count_failure(name, '', 20);
    END IF;
    INSERT INTO simiao.sign_in_offer (token_hash, login_name, login, workstation, proof)
    VALUES (sha256(convert_to(token, 'UTF8')), offer_proof.login_name, session_user, desk, proof);
END $$;
--;;
-- Second half: begins a session by what offer_proof() has left. In a transaction of its own: what another has left, and stays, was counted.
-- \returns the account; null for a wrong password, an unknown name, an account that is locked or retired alike, and where nothing was left
CREATE OR REPLACE FUNCTION simiao_api.sign_in(token text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    hashed bytea := sha256(convert_to(token, 'UTF8'));
    offer simiao.sign_in_offer;
    person simiao.account;
    rule simiao.server_rule;
BEGIN
    DELETE FROM simiao.sign_in_offer o
    WHERE o.token_hash = hashed AND o.login = session_user AND o.transaction <> txid_current()
    RETURNING * INTO offer;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    SELECT * INTO person FROM simiao.account a WHERE a.login_name = offer.login_name;
    IF NOT FOUND OR person.status <> 'active' OR person.password_hash NOT LIKE '$argon2id$%'
       OR simiao.hmac_sha256(
              decode(split_part(person.password_hash, '$', 6)
                     || repeat('=', (4 - length(split_part(person.password_hash, '$', 6)) % 4) % 4), 'base64'),
              convert_to(token || ':' || offer.login_name || ':' || offer.workstation, 'UTF8')) <> offer.proof THEN
        RETURN NULL;
    END IF;
    DELETE FROM simiao.sign_in_failure f
    WHERE f.login_name = offer.login_name AND f.login = session_user
      AND (f.workstation = left(offer.workstation, 64)
           OR f.workstation = '' AND NOT EXISTS (SELECT FROM simiao.staff_session s WHERE s.account = person.id
                                                 AND s.workstation = offer.workstation AND s.login = session_user));
    SELECT * INTO rule FROM simiao.server_rule;
    IF rule.one_per_person THEN -- also at a desk of the same name: who says where she is may say what she likes
        PERFORM simiao.stand_in_line('session/' || person.id); -- of two at once the second ends the first
        UPDATE simiao.staff_session s SET ended = clock_timestamp(), reason = 'elsewhere'
        WHERE s.account = person.id AND s.ended IS NULL;
    END IF;
    INSERT INTO simiao.staff_session (token_hash, account, login, workstation, until)
    VALUES (hashed, person.id, session_user, offer.workstation,
            clock_timestamp() + coalesce(rule.session_hours, 16) * interval '1 hour');
    PERFORM simiao.note_sign_in(person.id, offer.workstation);
    RETURN person.id;
END $$;
--;;
CREATE OR REPLACE FUNCTION simiao_api.sign_out(token text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
    UPDATE simiao.staff_session SET ended = clock_timestamp(), reason = 'signed out'
    WHERE token_hash = sha256(convert_to(token, 'UTF8')) AND login = session_user AND ended IS NULL
$$;
