-- What is shown to who acts: the views, made anew after each migration, behind acting.sql.
--
-- Whether the views show all 'rows', or all of the 'trail', to who asks: what reads everything must not take a part for it.
CREATE OR REPLACE FUNCTION simiao_api.sees_all(what text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
    SELECT simiao.is_service() OR (what = 'trail' AND simiao.may('audit.verify', 'audit.read'))
$$;
--;;
-- Which rows of a table its view shows; null: all, to everybody. A row policy of simiao_viewer, who owns the views: it is looked at before
-- whatever the asker brings (unless that gives nothing away), and still the indexes are used, which a view with a barrier would not do in a join.
-- Records of who is not restricted are open to all of the hospital that reads the table: who treats a person has to know what other
-- departments found and gave.
CREATE OR REPLACE FUNCTION row_filter(name text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
        -- one's own acts; all for who reads the trail, those of a patient for who may ask who saw her; nothing before log-in
        WHEN name = 'audit_event' THEN
            '(SELECT simiao.may(''audit.read'', ''audit.verify'')) OR agent = CAST((SELECT simiao.me()) AS text)'
            ' OR (patient IS NOT NULL AND (SELECT simiao.may(''patient.trail'')))'
        WHEN name IN ('organization', 'account', 'slot', 'medication', 'lot', 'concept', 'setting', 'desk_device', 'library',
                      'audit_head', 'audit_root', 'command', 'generation', 'role_grant', 'act_rule', 'read_rule') THEN NULL
        WHEN name IN ('patient', 'invoice_line', 'open_charge') THEN format('(SELECT simiao.may_read(%L))', name)
        -- what the record of a restricted patient holds
        WHEN EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = to_regclass('simiao.' || quote_ident(name)) AND a.attname = 'patient') THEN
            format('(SELECT simiao.may_read(%1$L)) AND ((SELECT simiao.is_service())'
                   ' OR NOT EXISTS (SELECT 1 FROM simiao.restricted_patient p WHERE p.id = %1$I.patient)'
                   ' OR simiao.is_opened(patient))', name)
        -- what nobody has decided about
        ELSE '(SELECT simiao.is_service())' END
$$;
--;;
-- Not the table, whose rows the policy would hide from itself.
CREATE OR REPLACE VIEW restricted_patient AS SELECT id FROM simiao.patient WHERE confidentiality IS NOT NULL;
--;;
GRANT SELECT ON restricted_patient TO simiao_viewer;
--;;
-- Lets only rows of a filter through to the views. Nothing is locked where it is so already.
CREATE OR REPLACE FUNCTION make_policy(name text, filter text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('GRANT SELECT ON simiao.%I TO simiao_viewer', name);
    IF filter IS NOT DISTINCT FROM (SELECT obj_description(p.oid, 'pg_policy') FROM pg_policy p
                                    WHERE p.polrelid = to_regclass('simiao.' || quote_ident(name)) AND p.polname = 'shown') THEN
        RETURN;
    END IF;
    EXECUTE format('DROP POLICY IF EXISTS shown ON simiao.%I', name);
    IF filter IS NULL THEN
        EXECUTE format('ALTER TABLE simiao.%I DISABLE ROW LEVEL SECURITY', name);
        RETURN;
    END IF;
    EXECUTE format('ALTER TABLE simiao.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY shown ON simiao.%I FOR SELECT TO simiao_viewer USING (%s)', name, filter);
    EXECUTE format('COMMENT ON POLICY shown ON simiao.%I IS %L', name, filter);
END $$;
--;;
-- A number as the screens show it to who may not see it in full (domain/administration/masked_number.h). In plpgsql: one in SQL would be
-- read in the name of who asks.
CREATE OR REPLACE FUNCTION masked(number text, is_phone boolean) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    head int := CASE WHEN is_phone AND length(number) < 11 THEN 0 ELSE 3 END;
    tail int := CASE WHEN is_phone AND length(number) < 11 THEN 2 ELSE 4 END;
    hidden int := length(number) - head - tail;
BEGIN
    RETURN CASE WHEN hidden < tail THEN repeat('*', length(number)) ELSE left(number, head) || repeat('*', hidden) || "right"(number, tail) END;
END $$;
--;;
-- A column of a view where it is not the table's; null where it is. What is shown is sealed as it is shown.
CREATE OR REPLACE FUNCTION shown_column(name text, attribute text, has_later boolean) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
        -- A verifier lets in who has it: a desk never sees one.
        WHEN name = 'account' AND attribute = 'password_hash' THEN 'CASE WHEN (SELECT simiao.is_service()) THEN t.password_hash ELSE '''' END'
        WHEN name = 'patient' AND attribute IN ('identity_number', 'phone') THEN
            format('CASE WHEN (SELECT simiao.may(''patient.identifiers'')) THEN t.%1$I ELSE simiao.masked(t.%1$I, %2$L) END', attribute,
                   attribute = 'phone')
        -- by these who brings patients in knows those that are here
        WHEN name = 'patient' AND attribute = 'identifiers' THEN
            'CASE WHEN (SELECT simiao.may(''patient.identifiers'', ''patient.import'')) THEN t.identifiers END'
        WHEN attribute = 'row_hash' AND name = 'account' THEN
            format('CASE WHEN (SELECT simiao.is_service()) THEN %s ELSE simiao.shown_account_hash(t) END', kept)
        WHEN attribute = 'row_hash' AND name = 'patient' THEN
            format('CASE WHEN (SELECT simiao.may(''patient.identifiers'')) THEN %s'
                   ' ELSE simiao.shown_patient_hash(t, (SELECT simiao.may(''patient.import''))) END', kept)
        -- A program of a step before is shown the hash of what it knows.
        WHEN attribute = 'row_hash' AND has_later THEN kept END
    FROM (SELECT CASE WHEN has_later THEN format('simiao.known_hash_%s(t)', name) ELSE 't.row_hash' END) AS h (kept)
$$;
--;;
-- A column of a table that has a policy, as its view shows it: said in words that could give something away (no function here is leakproof). What the asker holds
-- against it then stands behind the policy. Where it is the table's own, PostgreSQL may try it first, on rows that she is not shown, and EXPLAIN ANALYZE
-- tells whether the policy was asked at all: texts were read so, letter by letter. Keys by which rows are looked for stay as they are: of these EXPLAIN tells
-- that there is a row. What the program looks for by other columns is found by functions (make_finder).
-- \returns null: it is such a key
CREATE OR REPLACE FUNCTION behind_policy(name text, attribute text, type text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN type = 'uuid' AND attribute IN ('id', 'patient', 'encounter', 'prescription', 'request', 'charge_item')
             OR name = 'audit_event' AND attribute IN ('workstation', 'sequence', 'position') THEN NULL
        WHEN type = 'text' THEN format('t.%I || ''''', attribute)
        WHEN type LIKE '%document' THEN format('CAST(t.%I || '''' AS simiao.document)', attribute)
        WHEN type = 'bytea' THEN format('t.%I || CAST('''' AS bytea)', attribute)
        WHEN type IN ('bigint', 'date') THEN format('t.%I + 0', attribute)
        WHEN type = 'timestamp with time zone' THEN format('t.%I + interval ''0''', attribute)
        ELSE format('CAST(CAST(t.%I AS text) AS %s)', attribute, type) END
$$;
--;;
CREATE OR REPLACE FUNCTION make_views() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text;
    columns text;
    has_later boolean;
    filter text;
BEGIN
    FOR name IN SELECT tablename FROM pg_tables
                WHERE schemaname = 'simiao' AND tablename NOT IN (SELECT CAST(relname AS text) FROM pg_class WHERE relispartition)
                  AND tablename NOT IN ('schema_version', 'feed_notice', 'staff_session', 'sign_in_failure', 'sign_in_offer', 'unsigned_event', 'server_secret',
                                        'personal_login', 'desk_login', 'broken_glass', 'server_rule', 'presence_lease', 'later_column', 'charged_request') LOOP
        PERFORM simiao.keep_no_samples(name);
        SELECT count(*) > 0 INTO has_later FROM simiao.later_column l WHERE l.table_name = name;
        IF has_later THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION simiao.known_hash_%1$s(simiao.%1$I) TO simiao_desk', name);
        END IF;
        filter := simiao.row_filter(name);
        SELECT string_agg(coalesce(simiao.shown_column(name, attname, has_later),
                                   CASE WHEN filter IS NOT NULL THEN simiao.behind_policy(name, attname, format_type(atttypid, NULL)) END,
                                   't.' || quote_ident(attname)) || ' AS ' || quote_ident(attname),
                          ', ' ORDER BY attnum)
        INTO columns
        FROM pg_attribute
        WHERE attrelid = to_regclass('simiao.' || quote_ident(name)) AND attnum > 0 AND NOT attisdropped;
        PERFORM simiao.make_policy(name, filter);
        EXECUTE format('CREATE OR REPLACE VIEW simiao_api.%1$I AS SELECT %2$s FROM simiao.%1$I t', name, columns);
        EXECUTE format('ALTER VIEW simiao_api.%I OWNER TO simiao_viewer', name);
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
-- The hash of a row whose numbers are masked.
CREATE OR REPLACE FUNCTION shown_patient_hash(kept simiao.patient, with_identifiers boolean) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
BEGIN
    IF kept.row_hash <> sha256(convert_to(simiao.canonical_patient(kept), 'UTF8')) THEN
        RETURN kept.row_hash; -- damaged, and said to be
    END IF;
    kept.identity_number := simiao.masked(kept.identity_number, false);
    kept.phone := simiao.masked(kept.phone, true);
    IF NOT with_identifiers THEN
        kept.identifiers := NULL;
    END IF;
    kept := simiao.as_known_patient(kept);
    RETURN sha256(convert_to(simiao.canonical_patient(kept), 'UTF8'));
END $$;
--;;
-- Patients by the text that somebody typed: by numbers also where she is not shown them, since she has them from the person who stands
-- before her. As the common patient/search, of which this is the middle.
CREATE OR REPLACE FUNCTION simiao_api.find_patients(typed text, at_most bigint) RETURNS TABLE (patient uuid, rank int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp ROWS 50 AS $$
BEGIN
    IF NOT simiao.may_read('patient') THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT kinds.id, min(kinds.kind) FROM (
        SELECT p.id, 0 AS kind FROM simiao.patient p WHERE p.mrn = typed
        UNION ALL
        SELECT p.id, 0 FROM simiao.patient p WHERE p.identity_number = upper(typed) AND p.identity_number <> ''
        UNION ALL
        (SELECT p.id, 1 FROM simiao.patient p WHERE p.name >= typed AND p.name < typed || chr(1114111) ORDER BY p.name LIMIT at_most)
        UNION ALL
        (SELECT p.id, 2 FROM simiao.patient p WHERE p.name_initials >= lower(typed) AND p.name_initials < lower(typed) || chr(1114111)
         ORDER BY p.name_initials LIMIT at_most)
        UNION ALL
        (SELECT p.id, 2 FROM simiao.patient p WHERE p.name_pinyin >= lower(typed) AND p.name_pinyin < lower(typed) || chr(1114111)
         ORDER BY p.name_pinyin LIMIT at_most)
        UNION ALL
        (SELECT p.id, 3 FROM simiao.patient p WHERE p.mrn >= typed AND p.mrn < typed || chr(1114111) ORDER BY p.mrn LIMIT at_most)
        UNION ALL
        (SELECT p.id, 3 FROM simiao.patient p WHERE length(typed) >= 4 AND p.phone <> '' AND "right"(p.phone, 4) = "right"(typed, 4)
           AND "right"(p.phone, length(typed)) = typed LIMIT at_most)
        UNION ALL
        (SELECT n.patient, 4 FROM simiao.patient_name_part n WHERE n.part >= typed AND n.part < typed || chr(1114111)
         ORDER BY n.part LIMIT at_most)
      ) AS kinds GROUP BY kinds.id ORDER BY 2, 1 LIMIT at_most;
END $$;
--;;
-- Who has an identity number; null where nobody has.
CREATE OR REPLACE FUNCTION simiao_api.patient_of_identity(identity text) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
BEGIN
    RETURN (SELECT p.id FROM simiao.patient p WHERE p.identity_number = identity AND p.identity_number <> '' AND simiao.may_read('patient'));
END $$;
--;;
-- Who has a record number; null where nobody has.
CREATE OR REPLACE FUNCTION simiao_api.patient_of_mrn(number text) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
BEGIN
    RETURN (SELECT p.id FROM simiao.patient p WHERE p.mrn = number AND simiao.may_read('patient'));
END $$;
--;;
-- Makes a function of the desks that finds the ids of rows by columns that are behind the policy in their view, of which it finds only what that shows.
-- \param arguments  their types; `condition` calls them $1 and so on
-- \param expected   rows, for the plan of what is joined with them
CREATE OR REPLACE FUNCTION make_finder(finder text, arguments text, name text, condition text, expected int) RETURNS void LANGUAGE plpgsql AS $make$
BEGIN
    EXECUTE format($f$
        CREATE OR REPLACE FUNCTION simiao_api.%1$I(%2$s) RETURNS SETOF uuid
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp ROWS %5$s AS
        $q$BEGIN RETURN QUERY SELECT %3$I.id FROM simiao.%3$I WHERE %4$s AND (%6$s); END$q$
        $f$, finder, arguments, name, condition, expected, simiao.row_filter(name));
END $make$;
--;;
SELECT make_finder('tasks_of_day', 'uuid, date', 'task', 'task.department = $1 AND task.day = $2', 50),
       make_finder('tasks_waiting', 'date', 'task', 'task.department = ANY (ARRAY(SELECT o.id FROM simiao.organization o)) AND task.day = $1'
                                                    ' AND task.status IN (''requested'', ''in-progress'')', 200),
       make_finder('prescriptions_in_status', 'text', 'prescription', 'prescription.status = $1', 50),
       make_finder('prescriptions_withdrawn', 'timestamptz, timestamptz', 'prescription',
                   'prescription.status = ''cancelled'' AND prescription.authored_on >= $1 AND prescription.recorded_at >= $2', 20);
--;;
-- The latest links about a patient (`subject`), or of what a person (`person`) did with any patient's record; the other is null.
DO $do$ BEGIN
    EXECUTE format($f$
    CREATE OR REPLACE FUNCTION simiao_api.links_of(subject text, person text, at_most bigint)
    RETURNS TABLE (sequence bigint, event text, "position" bigint, previous bytea, hash bytea)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS
    $q$BEGIN
        IF subject IS NOT NULL THEN
            RETURN QUERY SELECT e.sequence, e.event, e.position, e.previous, e.hash FROM simiao.audit_event e
                         WHERE e.patient = subject AND (%1$s) ORDER BY e.position DESC LIMIT at_most;
        ELSE
            RETURN QUERY SELECT e.sequence, e.event, e.position, e.previous, e.hash FROM simiao.audit_event e
                         WHERE e.agent = person AND e.patient IS NOT NULL AND (%1$s) ORDER BY e.position DESC LIMIT at_most;
        END IF;
    END$q$
    $f$, simiao.row_filter('audit_event'));
END $do$;
--;;
-- When the newest links of a desk's own chain were recorded, and their commands, whose ids tell a time too: to see at the start, before anybody
-- signs in, whether the desk's clock stands before what it has written. Nothing else of them is shown, and none that is of tomorrow.
CREATE OR REPLACE FUNCTION simiao_api.latest_at_desk(desk text, at_most bigint) RETURNS TABLE (sequence bigint, event text, "position" bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
BEGIN
    RETURN QUERY
        SELECT l.sequence, '{"command":' || to_json(l.said ->> 'command') || ',"recorded":' || to_json(l.said ->> 'recorded') || '}', l.position
        FROM (SELECT e.sequence, CAST(e.event AS jsonb) AS said, e.position FROM simiao.audit_event e
              WHERE e.workstation = desk AND e.site = simiao.this_site() AND simiao.stands_at(desk)
                AND e.sequence > (SELECT h.sequence FROM simiao.audit_head h WHERE h.workstation = desk AND h.site = simiao.this_site()) - at_most) l
        WHERE NOT simiao.is_of_tomorrow(l.said ->> 'recorded', l.said ->> 'command')
        ORDER BY l.sequence DESC;
END $$;
--;;
SELECT make_views();
--;;
SELECT make_months();
--;;
-- What the views ask; without the use of the schema nobody can call them by name.
GRANT EXECUTE ON FUNCTION simiao.is_service(), simiao.may(text[]), simiao.may_read(text), simiao.me(), simiao.is_opened(uuid),
    simiao.masked(text, boolean), simiao.shown_account_hash(simiao.account),
    simiao.shown_patient_hash(simiao.patient, boolean) TO simiao_desk;
