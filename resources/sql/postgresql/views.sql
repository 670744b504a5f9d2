-- What is shown to who acts: the views, made anew after each migration, behind acting.sql.
--
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
                      'medication_request', 'medication_dispense', 'charge_item', 'invoice', 'invoice_line', 'open_charge') THEN
            '(SELECT simiao.may(''patient.read'', ''patient.import''))'
        -- one's own acts; all for who reads the trail, those of a patient for who may ask who saw her; nothing before log-in
        WHEN name = 'audit_event' THEN
            '(SELECT simiao.may(''audit.read'', ''audit.verify'')) OR t.agent = CAST((SELECT simiao.me()) AS text)'
            ' OR (t.patient IS NOT NULL AND (SELECT simiao.may(''patient.trail'')))'
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
                WHERE schemaname = 'simiao' AND tablename NOT IN (SELECT CAST(relname AS text) FROM pg_class WHERE relispartition)
                  AND tablename NOT IN ('schema_version', 'feed_notice', 'staff_session', 'sign_in_failure', 'sign_in_offer', 'server_secret',
                                        'personal_login', 'desk_login', 'broken_glass', 'server_rule', 'presence_lease', 'later_column', 'charged_request') LOOP
        PERFORM simiao.keep_no_samples(name);
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
SELECT make_months();
--;;
-- What the views ask; without the use of the schema nobody can call them by name.
GRANT EXECUTE ON FUNCTION simiao.is_service(), simiao.may(text[]), simiao.me(), simiao.opened_records(),
    simiao.shown_account_hash(simiao.account) TO simiao_desk;
