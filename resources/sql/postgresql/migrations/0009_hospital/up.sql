-- Everything the embedded store has after its migration 0009, in one step; the numbers go on together from here.
-- One table an entity, one column a field (modules/domain); row_hash is the SHA-256 of the row's canonical JSON.
-- Nobody logs in as the owner of these tables and functions: desks see the views of simiao_api and call its functions.
-- PostgreSQL 12 and what speaks its protocol: nothing newer is used.
-- References to rows that many change at once (slots, lots) are looked at when the transaction ends, behind its own change of the row:
-- before it, each of those who wait would share a lock on the row, and every change would have to write all of them down.
CREATE DOMAIN document AS text COLLATE "C";
--;;
-- The campus that this database is of (`site.code`). It stands in each row that the server makes by itself, as the desk's own stands in those that
-- come from it; in keys behind what they are looked for by. A constant: no row costs a look.
CREATE FUNCTION this_site() RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CAST('MAIN' AS text) $$;
--;;
CREATE TABLE organization (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    code text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    name_en text COLLATE "C" NOT NULL,
    room text COLLATE "C" NOT NULL,
    registration_fee bigint NOT NULL,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE account (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    login_name text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    name_en text COLLATE "C" NOT NULL,
    title text COLLATE "C" NOT NULL,
    roles document NOT NULL,
    department uuid REFERENCES organization(id),
    password_hash text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    password_changed_at timestamptz,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE patient (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    mrn text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    name_initials text COLLATE "C" NOT NULL,
    name_pinyin text COLLATE "C" NOT NULL,
    gender text COLLATE "C" NOT NULL,
    birth_date date NOT NULL,
    identity_number text COLLATE "C" NOT NULL,
    phone text COLLATE "C" NOT NULL,
    address text COLLATE "C" NOT NULL,
    payer text COLLATE "C" NOT NULL,
    allergy_status text COLLATE "C" NOT NULL,
    confidentiality text COLLATE "C",
    identifiers document,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE allergy_intolerance (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    patient uuid NOT NULL REFERENCES patient(id),
    substance text COLLATE "C" NOT NULL,
    substance_en text COLLATE "C" NOT NULL,
    substance_class text COLLATE "C" NOT NULL,
    criticality text COLLATE "C" NOT NULL,
    reaction text COLLATE "C" NOT NULL,
    code document,
    further_reactions document,
    verification text COLLATE "C",
    onset text COLLATE "C",
    error_reason text COLLATE "C",
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE observation (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    patient uuid NOT NULL REFERENCES patient(id),
    code document NOT NULL,
    value document NOT NULL,
    effective timestamptz NOT NULL,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE medication_statement (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    patient uuid NOT NULL REFERENCES patient(id),
    medication document NOT NULL,
    status text COLLATE "C" NOT NULL,
    evidence text COLLATE "C" NOT NULL,
    dosage text COLLATE "C" NOT NULL,
    effective_start text COLLATE "C",
    effective_end text COLLATE "C",
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE slot (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    practitioner uuid NOT NULL REFERENCES account(id),
    department uuid NOT NULL REFERENCES organization(id),
    start_at timestamptz NOT NULL,
    end_at timestamptz NOT NULL,
    capacity bigint NOT NULL CHECK (capacity >= 0),
    booked bigint NOT NULL CHECK (booked BETWEEN 0 AND capacity),
    row_hash bytea
);
--;;
CREATE TABLE encounter (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    visit_number text COLLATE "C" NOT NULL,
    patient uuid NOT NULL REFERENCES patient(id),
    department uuid REFERENCES organization(id),
    practitioner uuid REFERENCES account(id),
    status text COLLATE "C" NOT NULL,
    period_start timestamptz NOT NULL,
    period_end timestamptz,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE appointment (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    patient uuid NOT NULL REFERENCES patient(id),
    slot uuid NOT NULL REFERENCES slot(id) DEFERRABLE INITIALLY DEFERRED,
    encounter uuid REFERENCES encounter(id),
    status text COLLATE "C" NOT NULL,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE task (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    encounter uuid NOT NULL REFERENCES encounter(id),
    patient uuid NOT NULL REFERENCES patient(id),
    department uuid NOT NULL REFERENCES organization(id),
    owner uuid NOT NULL REFERENCES account(id),
    day date NOT NULL,
    number bigint NOT NULL,
    status text COLLATE "C" NOT NULL,
    called_at timestamptz,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE condition (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    patient uuid NOT NULL REFERENCES patient(id),
    encounter uuid REFERENCES encounter(id),
    code document NOT NULL,
    rank bigint NOT NULL,
    verification_status text COLLATE "C" NOT NULL,
    note text COLLATE "C" NOT NULL,
    clinical_status text COLLATE "C",
    onset text COLLATE "C",
    abatement text COLLATE "C",
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE composition (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    patient uuid NOT NULL REFERENCES patient(id),
    encounter uuid NOT NULL REFERENCES encounter(id),
    status text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    author uuid NOT NULL REFERENCES account(id),
    signed_at timestamptz,
    sections document NOT NULL,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE medication (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    code text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    name_en text COLLATE "C" NOT NULL,
    aliases document NOT NULL,
    name_initials text COLLATE "C" NOT NULL,
    name_pinyin text COLLATE "C" NOT NULL,
    atc text COLLATE "C" NOT NULL,
    form text COLLATE "C" NOT NULL,
    strength document NOT NULL,
    content document,
    smallest_unit text COLLATE "C" NOT NULL,
    pack_quantity bigint NOT NULL,
    pack_unit text COLLATE "C" NOT NULL,
    pack_price bigint NOT NULL,
    allergy_classes document NOT NULL,
    prescription_class text COLLATE "C" NOT NULL,
    antibiotic_grade text COLLATE "C" NOT NULL,
    default_dose document NOT NULL,
    default_route text COLLATE "C" NOT NULL,
    default_frequency text COLLATE "C" NOT NULL,
    default_days bigint NOT NULL,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE lot (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    medication uuid NOT NULL REFERENCES medication(id),
    lot_number text COLLATE "C" NOT NULL,
    expiry date NOT NULL,
    on_hand bigint NOT NULL CHECK (on_hand >= 0),
    reserved bigint NOT NULL CHECK (reserved BETWEEN 0 AND on_hand),
    location text COLLATE "C",
    row_hash bytea
);
--;;
CREATE TABLE prescription (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    patient uuid NOT NULL REFERENCES patient(id),
    encounter uuid NOT NULL REFERENCES encounter(id),
    author uuid NOT NULL REFERENCES account(id),
    status text COLLATE "C" NOT NULL,
    form text COLLATE "C" NOT NULL,
    authored_on timestamptz,
    reviewer uuid REFERENCES account(id),
    reviewed_at timestamptz,
    review_note text COLLATE "C" NOT NULL,
    answer text COLLATE "C",
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE medication_request (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    prescription uuid NOT NULL REFERENCES prescription(id),
    patient uuid NOT NULL REFERENCES patient(id),
    encounter uuid NOT NULL REFERENCES encounter(id),
    medication uuid NOT NULL REFERENCES medication(id),
    medication_name text COLLATE "C" NOT NULL,
    line bigint NOT NULL,
    status text COLLATE "C" NOT NULL,
    dosage document NOT NULL,
    quantity bigint NOT NULL,
    quantity_unit text COLLATE "C" NOT NULL,
    price bigint NOT NULL,
    override_reason text COLLATE "C" NOT NULL,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE medication_dispense (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    request uuid NOT NULL REFERENCES medication_request(id),
    prescription uuid NOT NULL REFERENCES prescription(id),
    patient uuid NOT NULL REFERENCES patient(id),
    medication uuid NOT NULL REFERENCES medication(id),
    lot uuid NOT NULL REFERENCES lot(id) DEFERRABLE INITIALLY DEFERRED,
    quantity bigint NOT NULL,
    performer uuid NOT NULL REFERENCES account(id),
    when_prepared timestamptz NOT NULL,
    row_hash bytea NOT NULL
);
--;;
-- The lowest id that a charge of a visit can have: that of a month before the visit's own, so that a desk's clock may be behind that of another.
-- Where the visit's says nothing of when it was made, the lowest of all. Who looks for the charges of a visit looks in no month before.
CREATE FUNCTION simiao_api.charges_from(visit uuid) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN substr(CAST(visit AS text), 15, 1) = '7' THEN
        CAST(rpad(lpad(to_hex(greatest(CAST(CAST('x' || left(replace(CAST(visit AS text), '-', ''), 12) AS bit(48)) AS bigint) - 2678400000, 0)),
                       12, '0'), 32, '0') AS uuid)
        ELSE CAST('00000000-0000-0000-0000-000000000000' AS uuid) END
$$;
--;;
-- Charges, and what is kept of each, lie in parts by the month of their id: it begins with the milliseconds at which it was made (UUIDv7), so
-- the key stays the id and whoever has it need not know the month.
CREATE TABLE charge_item (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    patient uuid NOT NULL REFERENCES patient(id),
    encounter uuid NOT NULL REFERENCES encounter(id),
    kind text COLLATE "C" NOT NULL,
    request uuid REFERENCES medication_request(id),
    prescription uuid REFERENCES prescription(id),
    description text COLLATE "C" NOT NULL,
    quantity bigint NOT NULL,
    unit text COLLATE "C" NOT NULL,
    amount bigint NOT NULL,
    row_hash bytea NOT NULL,
    CONSTRAINT charge_item_follows_visit CHECK (id >= simiao_api.charges_from(encounter))
) PARTITION BY RANGE (id);
--;;
CREATE TABLE invoice (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    patient uuid NOT NULL REFERENCES patient(id),
    encounter uuid NOT NULL REFERENCES encounter(id),
    lines document NOT NULL,
    total bigint NOT NULL,
    method text COLLATE "C" NOT NULL,
    tendered bigint NOT NULL,
    change bigint NOT NULL,
    cashier uuid NOT NULL REFERENCES account(id),
    date timestamptz NOT NULL,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE imaging_study (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    patient uuid NOT NULL REFERENCES patient(id),
    study_instance_uid text COLLATE "C" NOT NULL,
    modality text COLLATE "C" NOT NULL,
    description text COLLATE "C" NOT NULL,
    started text COLLATE "C" NOT NULL,
    number_of_series bigint NOT NULL,
    number_of_instances bigint NOT NULL,
    endpoint text COLLATE "C" NOT NULL,
    character_set text COLLATE "C",
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE concept (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    system text COLLATE "C" NOT NULL,
    code text COLLATE "C" NOT NULL,
    display text COLLATE "C" NOT NULL,
    initials text COLLATE "C" NOT NULL,
    release text COLLATE "C" NOT NULL,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE setting (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    level text COLLATE "C" NOT NULL,
    department uuid REFERENCES organization(id),
    account uuid REFERENCES account(id),
    key text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE desk_device (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    workstation text COLLATE "C" NOT NULL,
    role text COLLATE "C" NOT NULL,
    device_name text COLLATE "C" NOT NULL,
    paper_width_tenth_mm bigint NOT NULL,
    paper_height_tenth_mm bigint NOT NULL,
    offset_x_tenth_mm bigint NOT NULL,
    offset_y_tenth_mm bigint NOT NULL,
    orientation text COLLATE "C" NOT NULL,
    copies bigint NOT NULL,
    active boolean NOT NULL,
    row_hash bytea NOT NULL
);
--;;
CREATE TABLE library (
    id uuid PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    name text COLLATE "C" NOT NULL,
    release text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    valid_from date,
    valid_to date,
    content text COLLATE "C" NOT NULL,
    sha256 text COLLATE "C" NOT NULL,
    history document NOT NULL,
    row_hash bytea NOT NULL
);
--;;
CREATE UNIQUE INDEX organization_code ON organization (code);
--;;
CREATE UNIQUE INDEX account_login_name ON account (login_name);
--;;
CREATE UNIQUE INDEX patient_mrn ON patient (mrn);
--;;
CREATE UNIQUE INDEX patient_identity_number ON patient (identity_number) WHERE identity_number <> '';
--;;
CREATE INDEX patient_name ON patient (name);
--;;
CREATE INDEX patient_name_initials ON patient (name_initials);
--;;
CREATE INDEX patient_name_pinyin ON patient (name_pinyin);
--;;
CREATE INDEX patient_phone_tail ON patient ("right"(phone, 4), phone) WHERE phone <> '';
--;;
CREATE INDEX patient_restricted ON patient (id) WHERE confidentiality IS NOT NULL;
--;;
CREATE INDEX patient_identifiers ON patient (mrn) WHERE identifiers IS NOT NULL;
--;;
CREATE INDEX allergy_intolerance_patient ON allergy_intolerance (patient);
--;;
CREATE INDEX observation_patient ON observation (patient, effective);
--;;
CREATE INDEX medication_statement_patient ON medication_statement (patient);
--;;
CREATE INDEX slot_department ON slot (department, start_at);
--;;
CREATE INDEX slot_start ON slot (start_at);
--;;
CREATE INDEX slot_end ON slot (end_at);
--;;
CREATE INDEX encounter_patient ON encounter (patient);
--;;
CREATE UNIQUE INDEX encounter_visit_number ON encounter (visit_number) WHERE visit_number <> '';
--;;
CREATE UNIQUE INDEX task_number ON task (department, day, number);
--;;
CREATE UNIQUE INDEX task_encounter ON task (encounter);
--;;
CREATE INDEX condition_patient ON condition (patient);
--;;
CREATE INDEX composition_patient ON composition (patient);
--;;
CREATE UNIQUE INDEX medication_code ON medication (code);
--;;
CREATE UNIQUE INDEX lot_number ON lot (medication, lot_number);
--;;
CREATE UNIQUE INDEX prescription_number ON prescription (number) WHERE number <> '';
--;;
CREATE INDEX prescription_status ON prescription (status, authored_on);
--;;
CREATE INDEX prescription_encounter ON prescription (encounter);
--;;
CREATE INDEX medication_request_prescription ON medication_request (prescription, line);
--;;
CREATE INDEX medication_dispense_prescription ON medication_dispense (prescription);
--;;
CREATE INDEX charge_item_encounter ON charge_item (encounter);
--;;
-- A line of a prescription is charged once, in whatever months its charges would lie: in parts by the month of the line.
CREATE TABLE charged_request (
    request uuid PRIMARY KEY,
    charge_item uuid NOT NULL,
    site text COLLATE "C" NOT NULL
) PARTITION BY RANGE (request);
--;;
CREATE INDEX invoice_encounter ON invoice (encounter);
--;;
CREATE UNIQUE INDEX invoice_number ON invoice (number);
--;;
CREATE INDEX imaging_study_patient ON imaging_study (patient);
--;;
CREATE UNIQUE INDEX imaging_study_uid ON imaging_study (patient, study_instance_uid);
--;;
CREATE UNIQUE INDEX concept_code ON concept (system, code);
--;;
CREATE UNIQUE INDEX setting_key ON setting (key, level, coalesce(department, '00000000-0000-0000-0000-000000000000'), coalesce(account, '00000000-0000-0000-0000-000000000000'));
--;;
CREATE UNIQUE INDEX desk_device_use ON desk_device (workstation, role);
--;;
CREATE UNIQUE INDEX library_release ON library (name, release);
--;;
CREATE UNIQUE INDEX library_active ON library (name) WHERE status = 'active';
--;;
-- Which charge an invoice settles: one settled line a charge, enforced here, not by the screen.
CREATE TABLE invoice_line (
    charge_item uuid NOT NULL PRIMARY KEY REFERENCES charge_item(id),
    invoice uuid NOT NULL REFERENCES invoice(id),
    site text COLLATE "C" NOT NULL
) PARTITION BY RANGE (charge_item);
--;;
-- What no bill has settled yet: who has to pay is found among these, not among all that was ever charged.
CREATE TABLE open_charge (
    encounter uuid,
    charge_item uuid,
    kind text COLLATE "C" NOT NULL,
    prescription uuid,
    site text COLLATE "C" NOT NULL,
    PRIMARY KEY (encounter, charge_item)
);
--;;
CREATE FUNCTION settle_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH settled AS (
        INSERT INTO simiao.invoice_line (charge_item, invoice, site)
        SELECT c.id, NEW.id, NEW.site
        FROM json_array_elements(CAST(NEW.lines AS json)) AS line
        JOIN simiao.charge_item c ON c.id = CAST(line ->> 'charge_item' AS uuid) AND c.encounter = NEW.encounter
                                 AND c.id >= simiao_api.charges_from(NEW.encounter)
        RETURNING charge_item)
    DELETE FROM simiao.open_charge o USING settled s WHERE o.encounter = NEW.encounter AND o.charge_item = s.charge_item;
    RETURN NULL;
END $$;
--;;
CREATE TRIGGER invoice_settles AFTER INSERT ON invoice FOR EACH ROW EXECUTE FUNCTION settle_invoice();
--;;
-- A charge is open. The second of a line waits for the first to be stored or taken back, as at a unique index, and is refused as by one.
CREATE FUNCTION note_charge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO simiao.open_charge (encounter, charge_item, kind, prescription, site)
    VALUES (NEW.encounter, NEW.id, NEW.kind, NEW.prescription, NEW.site);
    IF NEW.request IS NULL THEN
        RETURN NULL;
    END IF;
    INSERT INTO simiao.charged_request (request, charge_item, site) VALUES (NEW.request, NEW.id, NEW.site) ON CONFLICT (request) DO NOTHING;
    IF NOT FOUND THEN
        RAISE unique_violation USING MESSAGE = 'the line is charged already', SCHEMA = 'simiao', TABLE = 'charge_item',
            CONSTRAINT = 'charge_item_request', DETAIL = 'Key (request)=(' || NEW.request || ') already exists.';
    END IF;
    RETURN NULL;
END $$;
--;;
CREATE TRIGGER charge_item_is_open AFTER INSERT ON charge_item FOR EACH ROW EXECUTE FUNCTION note_charge();
--;;
-- The name from its second, third … character on: what stands inside a name is found like its beginning.
CREATE TABLE patient_name_part (
    part text COLLATE "C" NOT NULL,
    patient uuid NOT NULL REFERENCES patient(id) ON DELETE CASCADE,
    site text COLLATE "C" NOT NULL,
    PRIMARY KEY (part, patient)
);
--;;
CREATE INDEX patient_name_part_patient ON patient_name_part (patient);
--;;
CREATE FUNCTION keep_name_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM simiao.patient_name_part WHERE patient = OLD.id;
    END IF;
    INSERT INTO simiao.patient_name_part (part, patient, site)
        SELECT DISTINCT substr(NEW.name, n), NEW.id, NEW.site FROM generate_series(2, least(length(NEW.name), 32)) AS n;
    RETURN NULL;
END $$;
--;;
CREATE TRIGGER patient_name_parts_of_new AFTER INSERT ON patient FOR EACH ROW EXECUTE FUNCTION keep_name_parts();
--;;
CREATE TRIGGER patient_name_parts_of_changed AFTER UPDATE OF name ON patient FOR EACH ROW
    WHEN (NEW.name <> OLD.name) EXECUTE FUNCTION keep_name_parts();
--;;
CREATE TABLE number_sequence (
    name text COLLATE "C",
    last bigint NOT NULL CHECK (last >= 1),
    site text COLLATE "C" NOT NULL DEFAULT simiao.this_site(),
    PRIMARY KEY (name, site)
);
--;;
-- One row a committed command: its answer for who asks again, and the change feed. Readers keep the snapshot of their last look as their
-- watermark, and ask for transactions (xid) that it does not show: nothing is missed, and nobody waits for a counter.
CREATE TABLE command (
    id uuid PRIMARY KEY,
    receipt text NOT NULL,
    recorded_at timestamptz NOT NULL,
    workstation text COLLATE "C" NOT NULL DEFAULT '',
    position bigint GENERATED ALWAYS AS IDENTITY,
    xid bigint NOT NULL DEFAULT txid_current(),
    site text COLLATE "C" NOT NULL DEFAULT simiao.this_site()
);
--;;
CREATE INDEX command_xid ON command (xid, position);
--;;
-- One chain a workstation; `position` is the order in which the server wrote them. In parts by the month in which the server wrote them
-- (UTC), so that old months are moved and kept as they are. A key has to hold what the parts are told apart by: that a number is there once is
-- due to the row of audit_head, which is locked while a link is added, and proved by whoever walks the chains.
CREATE SEQUENCE audit_event_place;
--;;
CREATE TABLE audit_event (
    workstation text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    position bigint NOT NULL DEFAULT nextval('simiao.audit_event_place'),
    event text NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    act text COLLATE "C",
    agent text COLLATE "C",
    patient text COLLATE "C",
    outcome text COLLATE "C",
    stored timestamptz NOT NULL DEFAULT now(),
    site text COLLATE "C" NOT NULL DEFAULT simiao.this_site(),
    PRIMARY KEY (workstation, sequence, stored, site)
) PARTITION BY RANGE (stored);
--;;
ALTER SEQUENCE audit_event_place OWNED BY audit_event.position;
--;;
CREATE INDEX audit_event_position ON audit_event (position);
--;;
CREATE INDEX audit_event_patient ON audit_event (patient, position) WHERE patient IS NOT NULL;
--;;
CREATE INDEX audit_event_agent ON audit_event (agent, position) WHERE patient IS NOT NULL;
--;;
-- Where each chain stands.
CREATE TABLE audit_head (
    workstation text COLLATE "C",
    sequence bigint NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    site text COLLATE "C" NOT NULL DEFAULT simiao.this_site(),
    PRIMARY KEY (workstation, site)
);
--;;
-- This database and no copy of it that was brought back: a desk remembers it.
CREATE TABLE generation (
    id uuid PRIMARY KEY,
    begun timestamptz NOT NULL DEFAULT now()
);
--;;
INSERT INTO generation (id) VALUES (CAST(md5(random()::text || clock_timestamp()::text || txid_current()::text) AS uuid));
--;;
CREATE FUNCTION refuse(code text, detail text DEFAULT '') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SM001', MESSAGE = code, DETAIL = detail;
END $$;
--;;
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SM002', MESSAGE = TG_TABLE_NAME || ' ' || TG_ARGV[0];
END $$;
--;;
-- For each statement: PostgreSQL 12 knows no row's trigger before a change of a table in parts. Each part has one for who names it.
CREATE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('is append-only');
--;;
-- The month (UTC, its first day) in which an id was made; null where it does not say.
CREATE FUNCTION month_of(made uuid) RETURNS date LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN substr(CAST(made AS text), 15, 1) = '7' THEN
        CAST(date_trunc('month', to_timestamp(CAST(CAST('x' || left(replace(CAST(made AS text), '-', ''), 12) AS bit(48)) AS bigint) / 1000)
                                 AT TIME ZONE 'UTC') AS date) END
$$;
--;;
-- The lowest of a month's ids.
CREATE FUNCTION first_id(month date) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT CAST(lpad(to_hex(CAST(extract(epoch FROM month) AS bigint) * 1000), 12, '0') || repeat('0', 20) AS uuid)
$$;
--;;
-- What parts of a table lie between.
CREATE FUNCTION month_begins(whole text, month date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE whole WHEN 'audit_event' THEN month || ' 00:00:00+00' ELSE CAST(simiao.first_id(month) AS text) END
$$;
--;;
-- EXPLAIN answers with estimates, and those are made of what stands in the rows: values that ANALYZE keeps as samples and bounds, whoever asks
-- and whatever she is shown (each `LIKE` is tried on the samples). So nothing is kept of what stands in a patient's rows but ids, times,
-- numbers and the few words that all rows share. An expression in an index has samples of its own. Called for each table by make_views().
CREATE FUNCTION keep_no_samples(name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    found record;
BEGIN
    IF name NOT IN ('patient', 'account', 'audit_event')
       AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = to_regclass('simiao.' || quote_ident(name)) AND a.attname = 'patient') THEN
        RETURN;
    END IF;
    FOR found IN SELECT a.attname FROM pg_attribute a
                 WHERE a.attrelid = to_regclass('simiao.' || quote_ident(name)) AND a.attnum > 0 AND NOT a.attisdropped
                   AND coalesce(a.attstattarget, -1) <> 0
                   AND (a.atttypid = to_regtype('text') OR a.atttypid = to_regtype('simiao.document') OR a.attname = 'birth_date')
                   AND a.attname NOT IN ('status', 'kind', 'act', 'outcome', 'agent', 'patient', 'workstation', 'site') LOOP
        EXECUTE format('ALTER TABLE simiao.%I ALTER COLUMN %I SET STATISTICS 0', name, found.attname);
    END LOOP;
    FOR found IN SELECT i.indexrelid, a.attnum FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indexrelid
                 WHERE i.indrelid = to_regclass('simiao.' || quote_ident(name)) AND i.indexprs IS NOT NULL AND i.indkey[a.attnum - 1] = 0
                   AND coalesce(a.attstattarget, -1) <> 0 LOOP
        EXECUTE format('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS 0', CAST(found.indexrelid AS regclass), found.attnum);
    END LOOP;
END $$;
--;;
-- The part of one month (its first day), where it is not there; null: of whatever no month was made for, so that nothing is ever refused.
-- Attached, since making it where it belongs would wait for everybody who works. Where somebody reads all of the table meanwhile, or rows
-- of that month lie in the part without one already, they go on lying there.
-- \returns whether to go on: not where somebody would be held up
CREATE FUNCTION make_month(whole text, month date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    part text := whole || '_' || coalesce(to_char(month, 'YYYY_MM'), 'other');
    patience text := current_setting('lock_timeout');
BEGIN
    IF to_regclass('simiao.' || part) IS NOT NULL THEN
        RETURN true;
    END IF;
    PERFORM set_config('lock_timeout', '200ms', true);
    EXECUTE format('CREATE TABLE simiao.%I (LIKE simiao.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, whole);
    EXECUTE format('ALTER TABLE simiao.%I OWNER TO simiao_owner', part); -- also where whoever keeps the server makes it
    PERFORM simiao.keep_no_samples(part);
    IF whole = 'audit_event' THEN
        EXECUTE format('CREATE TRIGGER no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON simiao.%I
                        FOR EACH STATEMENT EXECUTE FUNCTION simiao.refuse_change(''is append-only'')', part);
    END IF;
    EXECUTE format('ALTER TABLE simiao.%I ATTACH PARTITION simiao.%I ', whole, part)
            || CASE WHEN month IS NULL THEN 'DEFAULT'
                    ELSE format('FOR VALUES FROM (%L) TO (%L)', simiao.month_begins(whole, month),
                                simiao.month_begins(whole, CAST(month + interval '1 month' AS date))) END;
    PERFORM set_config('lock_timeout', patience, true);
    RETURN true;
EXCEPTION -- what was made of it went with the exception; the next day tries again
    WHEN lock_not_available THEN
        RETURN false;
    WHEN check_violation OR duplicate_table THEN
        RETURN true;
    WHEN OTHERS THEN
        RAISE WARNING 'simiao: no part of % for %: %', whole, month, SQLERRM; -- who keeps the server reads it; nobody else waits for that
        RETURN true;
END $$;
--;;
-- Of every table that is in parts. It ends at the first that somebody would be held up by: a part of the charges is attached while nobody
-- writes to the tables that they refer to, and no day begins with more than one wait for that.
CREATE FUNCTION make_month(month date) RETURNS boolean LANGUAGE sql AS $$
    SELECT simiao.make_month('audit_event', month) AND simiao.make_month('charge_item', month)
       AND simiao.make_month('invoice_line', month) AND simiao.make_month('charged_request', month)
$$;
--;;
-- This month and the three after it: called by `db init` and with each day's first notice.
CREATE FUNCTION make_months() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    this_month date := date_trunc('month', now() AT TIME ZONE 'UTC');
BEGIN
    FOR nth IN -1 .. 3 LOOP
        EXIT WHEN NOT simiao.make_month(CASE WHEN nth >= 0 THEN CAST(this_month + nth * interval '1 month' AS date) END);
    END LOOP;
END $$;
--;;
SELECT make_months();
--;;
-- After it: PostgreSQL 12 knows no row's trigger before a change of a table in parts.
CREATE TRIGGER charge_item_no_update AFTER UPDATE ON charge_item
    FOR EACH ROW EXECUTE FUNCTION refuse_change('is never updated');
--;;
CREATE TRIGGER invoice_no_update BEFORE UPDATE ON invoice
    FOR EACH ROW EXECUTE FUNCTION refuse_change('is never updated');
--;;
CREATE TRIGGER composition_signed_is_final BEFORE UPDATE ON composition FOR EACH ROW
    WHEN (OLD.status IN ('final', 'amended') AND NEW.status <> 'entered-in-error')
    EXECUTE FUNCTION refuse_change('a signed note is never changed');
--;;
CREATE TRIGGER library_content_is_final BEFORE UPDATE ON library FOR EACH ROW
    WHEN (NEW.name <> OLD.name OR NEW.release <> OLD.release OR NEW.source <> OLD.source OR NEW.content <> OLD.content
          OR NEW.sha256 <> OLD.sha256 OR NEW.valid_from IS DISTINCT FROM OLD.valid_from
          OR NEW.valid_to IS DISTINCT FROM OLD.valid_to)
    EXECUTE FUNCTION refuse_change('an installed version is never changed');
--;;
-- Columns that later steps have added to tables of before. The programs of the steps before know nothing of them: such a desk says its
-- step on each connection (`simiao.step`), is shown the hash of the row as it knows it, and what it does not know stays as it is when it
-- writes the row. A column stands here from the step that adds it on; columns of new tables need not.
CREATE TABLE later_column (
    table_name text COLLATE "C" NOT NULL,
    column_name text COLLATE "C" NOT NULL,
    step int NOT NULL,
    PRIMARY KEY (table_name, column_name)
);
--;;
-- Whether the program of who asks is of a step before this one. Who says nothing has the latest.
CREATE FUNCTION is_before(step int) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(CAST(nullif(current_setting('simiao.step', true), '') AS int) < step, false)
$$;
--;;
-- Makes canonical_TABLE(row), the text that row_hash is made of, and write_TABLE(content, type, is_new), which stores a row that
-- comes as that text: `sealed` is what the trail says of it, `told` the receipt; and as_known_TABLE(row), the row without what who asks
-- does not know, and known_hash_TABLE(row), its hash, which is that of the row where it was damaged. Called again by each migration that
-- changes the columns of a table; make_dispatch() after it where the table is new.
CREATE FUNCTION make_row_functions(name text) RETURNS void LANGUAGE plpgsql AS $make$
DECLARE
    columns text;
    fields text;
    parts text;
    forgotten text;
    kept text;
    first_step text;
BEGIN
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum),
           string_agg('r.' || quote_ident(attname), ', ' ORDER BY attnum)
    INTO columns, fields
    FROM pg_attribute
    WHERE attrelid = to_regclass('simiao.' || quote_ident(name)) AND attnum > 0 AND NOT attisdropped;

    -- An absent value is left out; keys in their order, as RFC 8785 writes them. One concat() of many parts: each || is a function that
    -- every transaction looks up anew. What can be absent is one part, null then; twenty columns at a time, since a function takes a
    -- hundred parts at most.
    SELECT string_agg('concat(' || part || ')', ' || ' ORDER BY nth)
    INTO parts
    FROM (SELECT nth, string_agg(format(CASE WHEN is_optional THEN '%L || %s' ELSE '%L, %s' END, ',' || to_json(key) || ':' || mark, value)
                                 || CASE WHEN mark = '' THEN '' WHEN is_optional THEN ' || ''"''' ELSE ', ''"''' END,
                                 ', ' ORDER BY key COLLATE "C") AS part
          FROM (SELECT CAST(attname AS text) AS key,
                       (row_number() OVER (ORDER BY attname COLLATE "C") - 1) / 20 AS nth,
                       NOT attnotnull OR EXISTS (SELECT FROM simiao.later_column l WHERE l.table_name = name AND l.column_name = attname)
                           AS is_optional,
                       CASE WHEN format_type(atttypid, NULL) IN ('uuid', 'timestamp with time zone', 'date') THEN '"' ELSE '' END AS mark,
                       format(CASE format_type(atttypid, NULL)
                                  WHEN 'timestamp with time zone' THEN
                                      $p$to_char(r.%I AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')$p$
                                  WHEN 'date' THEN $p$to_char(r.%I, 'YYYY-MM-DD')$p$
                                  WHEN 'boolean' THEN $p$CASE r.%I WHEN true THEN 'true' WHEN false THEN 'false' END$p$
                                  WHEN 'text' THEN 'to_json(r.%I)'
                                  ELSE 'r.%I'
                              END, attname) AS value
                FROM pg_attribute
                WHERE attrelid = to_regclass('simiao.' || quote_ident(name)) AND attnum > 0 AND NOT attisdropped
                  AND attname <> 'row_hash') AS in_order
          GROUP BY nth) AS twenties;

    EXECUTE format($f$
        CREATE OR REPLACE FUNCTION simiao.canonical_%1$s(r simiao.%1$I) RETURNS text LANGUAGE sql STABLE AS
        $c$SELECT '{' || substr(%2$s, 2) || '}'$c$
        $f$, name, parts);

    SELECT coalesce(string_agg(format('IF simiao.is_before(%s) THEN r.%I := NULL; END IF;', step, column_name), ' ' ORDER BY column_name), ''),
           string_agg(format('IF simiao.is_before(%s) THEN SELECT k.%I INTO r.%2$I FROM simiao.%3$I k WHERE k.id = r.id; END IF;',
                             step, column_name, name), ' ' ORDER BY column_name),
           max(step)
    INTO forgotten, kept, first_step
    FROM simiao.later_column WHERE table_name = name;

    EXECUTE format($f$
        CREATE OR REPLACE FUNCTION simiao.as_known_%1$s(r simiao.%1$I) RETURNS simiao.%1$I LANGUAGE plpgsql STABLE AS
        $c$BEGIN %2$s RETURN r; END$c$
        $f$, name, forgotten);

    EXECUTE format($f$
        CREATE OR REPLACE FUNCTION simiao.known_hash_%1$s(r simiao.%1$I) RETURNS bytea
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS
        $c$BEGIN
            IF %2$s AND r.row_hash = sha256(convert_to(simiao.canonical_%1$s(r), 'UTF8')) THEN
                RETURN sha256(convert_to(simiao.canonical_%1$s(simiao.as_known_%1$s(r)), 'UTF8'));
            END IF;
            RETURN r.row_hash;
        END$c$
        $f$, name, coalesce('simiao.is_before(' || first_step || ')', 'false'));

    EXECUTE format($f$
        CREATE OR REPLACE FUNCTION simiao.write_%1$s(content text, type text, is_new boolean, OUT sealed text, OUT told text)
        LANGUAGE plpgsql AS $w$
        DECLARE
            r simiao.%1$I := json_populate_record(CAST(NULL AS simiao.%1$I), CAST(content AS json));
            written bigint;
        BEGIN
            -- A key too many, or another writing of the same, would have a hash that nobody finds again.
            IF content IS DISTINCT FROM simiao.canonical_%1$s(r) THEN
                PERFORM simiao.refuse('server.event', '%1$s');
            END IF;
            %4$s%5$sr.row_hash := sha256(convert_to(content, 'UTF8'));
            IF is_new THEN
                INSERT INTO simiao.%1$I VALUES (r.*);
            ELSE
                UPDATE simiao.%1$I SET (%2$s) = ROW(%3$s) WHERE id = r.id AND version = r.version - 1;
            END IF;
            GET DIAGNOSTICS written = ROW_COUNT;
            IF written <> 1 THEN
                PERFORM simiao.refuse('store.version', '%1$s');
            END IF;
            told := '"id":"' || r.id || '","type":' || to_json(type) || ',"version":' || r.version || '}';
            -- With the server's secret: who reads the trail would else try which number, or diagnosis, has the hash that she sees there.
            sealed := '{"hash":"' || encode(sha256(r.row_hash || convert_to((SELECT s.secret FROM simiao.server_secret s), 'UTF8')), 'hex') || '",' || told;
            told := '{' || told;
        END $w$
        $f$, name, columns, fields, CASE name WHEN 'account' THEN $p$IF r.password_hash = '' AND NOT is_new THEN -- desks are not shown it
                SELECT a.password_hash INTO r.password_hash FROM simiao.account a WHERE a.id = r.id;
                content := simiao.canonical_account(r);
            END IF;
            $p$ ELSE '' END,
            CASE WHEN first_step IS NULL THEN ''
                 ELSE format('IF NOT is_new AND simiao.is_before(%s) THEN %s content := simiao.canonical_%s(r); END IF; ', first_step, kept, name) END);
END $make$;
--;;
SELECT make_row_functions(tablename)
FROM pg_tables
WHERE schemaname = 'simiao' AND tablename NOT IN (SELECT CAST(relname AS text) FROM pg_class WHERE relispartition)
  AND tablename NOT IN ('schema_version', 'generation', 'command', 'audit_event', 'audit_head', 'number_sequence', 'invoice_line', 'charged_request', 'open_charge',
                        'patient_name_part', 'feed_notice', 'staff_session', 'personal_login', 'desk_login', 'sign_in_failure', 'sign_in_offer', 'unsigned_event',
                        'server_secret', 'broken_glass', 'role_grant', 'act_rule', 'read_rule', 'server_rule', 'later_column');
--;;
-- What a table's rows are called in the trail and in what other desks are told (`name` in modules/domain).
CREATE FUNCTION type_of(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE name
        WHEN 'account' THEN 'Practitioner'
        WHEN 'concept' THEN 'CodeSystemConcept'
        WHEN 'desk_device' THEN 'Device'
        WHEN 'lot' THEN 'InventoryItem'
        WHEN 'prescription' THEN 'RequestGroup'
        ELSE replace(initcap(replace(name, '_', ' ')), ' ', '') END
$$;
--;;
-- Makes write_row() and run_effect(), which call the functions of a table or an effect by its name. Not EXECUTE, which plans each
-- call anew: that was half of what a commit took.
CREATE FUNCTION make_dispatch() RETURNS void LANGUAGE plpgsql AS $make$
DECLARE
    rows text;
    effects text;
BEGIN
    SELECT string_agg(format('WHEN %1$L THEN w := simiao.%2$I(content, %3$L, is_new);', substr(proname, 7), proname,
                             simiao.type_of(substr(proname, 7))), ' ' ORDER BY proname)
    INTO rows
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'simiao' AND left(proname, 6) = 'write_' AND proname <> 'write_row';
    EXECUTE format($f$
        CREATE OR REPLACE FUNCTION simiao.write_row(name text, content text, is_new boolean, OUT sealed text, OUT told text)
        LANGUAGE plpgsql AS $w$
        DECLARE
            w record;
        BEGIN
            CASE name %1$s ELSE PERFORM simiao.refuse('server.event', name); END CASE;
            sealed := w.sealed;
            told := w.told;
        END $w$
        $f$, rows);
    SELECT string_agg(format('WHEN %1$L THEN RETURN simiao.%2$I(what, recorded, given);',
                             replace(substr(proname, 8), '_', '/'), proname), ' ' ORDER BY proname)
    INTO effects
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'simiao' AND left(proname, 7) = 'effect_';
    EXECUTE format($f$
        CREATE OR REPLACE FUNCTION simiao.run_effect(name text, what uuid, recorded timestamptz, given jsonb) RETURNS bigint
        LANGUAGE plpgsql AS $w$
        BEGIN
            CASE name %1$s ELSE PERFORM simiao.refuse('server.event', name); END CASE;
            RETURN 0;
        END $w$
        $f$, effects);
END $make$;
--;;
-- Rows that a statement changes where they stand are held against their hash before and hashed anew after.
CREATE FUNCTION make_seal(name text) RETURNS void LANGUAGE plpgsql AS $make$
BEGIN
    EXECUTE format($f$
        CREATE FUNCTION simiao.seal_%1$s() RETURNS trigger LANGUAGE plpgsql AS $s$
        BEGIN
            IF NEW.row_hash IS DISTINCT FROM OLD.row_hash THEN
                RETURN NEW; -- a whole row came, with its own
            END IF;
            IF OLD.row_hash <> sha256(convert_to(simiao.canonical_%1$s(OLD), 'UTF8')) THEN
                PERFORM simiao.refuse('row.hash', '%1$s ' || OLD.id);
            END IF;
            NEW.row_hash := sha256(convert_to(simiao.canonical_%1$s(NEW), 'UTF8'));
            RETURN NEW;
        END $s$
        $f$, name);
    EXECUTE format('CREATE TRIGGER %1$s_sealed BEFORE UPDATE ON simiao.%1$I FOR EACH ROW EXECUTE FUNCTION simiao.seal_%1$s()',
                   name);
END $make$;
--;;
SELECT make_seal('slot');
--;;
SELECT make_seal('lot');
--;;
-- Conditional statements: effect_AREA_VERB(id, recorded, parameters) gives how many rows it wrote.
CREATE FUNCTION effect_slot_book(what uuid, recorded timestamptz, given jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    written bigint;
BEGIN
    UPDATE simiao.slot SET booked = booked + 1, version = version + 1, recorded_at = recorded
    WHERE id = what AND booked < capacity;
    GET DIAGNOSTICS written = ROW_COUNT;
    RETURN written;
END $$;
--;;
CREATE FUNCTION effect_lot_reserve(what uuid, recorded timestamptz, given jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    quantity bigint := CAST(given ->> 'quantity' AS bigint);
    written bigint;
BEGIN
    UPDATE simiao.lot SET reserved = reserved + quantity, version = version + 1, recorded_at = recorded
    WHERE id = what AND quantity > 0 AND on_hand - reserved >= quantity;
    GET DIAGNOSTICS written = ROW_COUNT;
    RETURN written;
END $$;
--;;
CREATE FUNCTION effect_lot_take(what uuid, recorded timestamptz, given jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    quantity bigint := CAST(given ->> 'quantity' AS bigint);
    written bigint;
BEGIN
    UPDATE simiao.lot SET on_hand = on_hand - quantity, reserved = reserved - quantity, version = version + 1,
                          recorded_at = recorded
    WHERE id = what AND quantity > 0 AND on_hand >= quantity AND reserved >= quantity;
    GET DIAGNOSTICS written = ROW_COUNT;
    RETURN written;
END $$;
--;;
SELECT make_dispatch();
--;;
-- Before one row that many change at once: they come one after the other, in the order in which they asked. At the row itself each commit
-- would wake all of them, to find out that one may go on and the others wait anew.
CREATE FUNCTION stand_in_line(place text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    nothing text := pg_advisory_xact_lock(hashtextextended(place, 1));
BEGIN
END $$;
--;;
CREATE FUNCTION next_number(sequence text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    given bigint;
BEGIN
    PERFORM simiao.stand_in_line(sequence);
    INSERT INTO simiao.number_sequence AS s (name, last) VALUES (sequence, 1)
    ON CONFLICT (name, site) DO UPDATE SET last = s.last + 1
    RETURNING last INTO given;
    RETURN given;
END $$;
--;;
-- Whether a row has this number already, which somebody gave it by hand: a sequence that came upon it would go back with the refused commit, and
-- come upon it again for ever.
CREATE FUNCTION is_taken(name text, content text, word text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN CASE name
        WHEN 'patient' THEN EXISTS (SELECT FROM simiao.patient t WHERE t.mrn = word)
        WHEN 'encounter' THEN EXISTS (SELECT FROM simiao.encounter t WHERE t.visit_number = word AND t.visit_number <> '')
        WHEN 'prescription' THEN EXISTS (SELECT FROM simiao.prescription t WHERE t.number = word AND t.number <> '')
        WHEN 'invoice' THEN EXISTS (SELECT FROM simiao.invoice t WHERE t.number = word)
        WHEN 'task' THEN EXISTS (SELECT FROM simiao.task t WHERE t.department = CAST(CAST(content AS jsonb) ->> 'department' AS uuid)
                                 AND t.day = CAST(CAST(content AS jsonb) ->> 'day' AS date) AND t.number = CAST(word AS bigint))
        ELSE false END;
END $$;
--;;
-- A row of the table `name` with its next number in the place of a mark. Whoever writes the command writes the mark too: it is the command's own,
-- stands there once, and what comes into its place is letters and digits. So nothing but the number comes in with it.
CREATE FUNCTION put_number(name text, content text, numbering jsonb, command_id uuid, OUT numbered text, OUT word text) LANGUAGE plpgsql AS $$
DECLARE
    mark text := numbering ->> 'mark';
    prefix text := numbering ->> 'prefix';
    width int := CAST(numbering ->> 'width' AS int);
BEGIN
    IF (mark ~ ('^"?@' || command_id || '/[0-9]{1,6}@"?$') AND prefix ~ '^[A-Za-z0-9-]{0,20}$' AND width BETWEEN 0 AND 20
        AND length(numbering ->> 'sequence') BETWEEN 1 AND 100
        AND length(content) - length(replace(content, mark, '')) = length(mark)) IS NOT TRUE THEN
        PERFORM simiao.refuse('server.event', coalesce(numbering ->> 'sequence', 'sequence'));
    END IF;
    LOOP
        word := CAST(simiao.next_number(numbering ->> 'sequence') AS text);
        word := prefix || lpad(word, greatest(width, length(word)), '0');
        EXIT WHEN NOT simiao.is_taken(name, content, word);
    END LOOP;
    numbered := replace(content, mark, word);
END $$;
--;;
-- The last link of a chain, with `event` (canonical JSON) behind it. \param said  the same, but for its changes \param chain  the workstation's where null
CREATE FUNCTION append_audit(event text, said jsonb, chain text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    desk text := coalesce(chain, said ->> 'workstation');
BEGIN
    LOOP
        WITH link AS (
            UPDATE simiao.audit_head
            SET sequence = sequence + 1, previous = hash,
                hash = sha256(convert_to(sequence + 1 || ':', 'UTF8') || hash || convert_to(event, 'UTF8'))
            WHERE workstation = desk AND site = simiao.this_site()
            RETURNING *)
        INSERT INTO simiao.audit_event (workstation, sequence, event, previous, hash, act, agent, patient, outcome)
        SELECT desk, l.sequence, event, l.previous, l.hash, said ->> 'act', said ->> 'agent', said ->> 'patient', said ->> 'outcome'
        FROM link l;
        EXIT WHEN FOUND;
        INSERT INTO simiao.audit_head VALUES (desk, 0, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))
        ON CONFLICT (workstation, site) DO NOTHING;
    END LOOP;
END $$;
--;;
-- A session may have turned off waiting for the disk; what is acknowledged here is there.
CREATE FUNCTION make_durable() RETURNS text LANGUAGE sql AS $$
    SELECT CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN set_config('synchronous_commit', 'on', true) END
$$;
--;;
-- A receipt that is read may be of a commit that the standby does not have yet: with a record in the log of its own, this
-- transaction ends behind it there.
CREATE FUNCTION wait_for_standby() RETURNS void LANGUAGE sql AS $$
    SELECT CAST(NULL AS void) FROM pg_logical_emit_message(true, 'simiao', '')
$$;
--;;
-- Ends transactions of desks that hold what others wait for: who does nothing for a second; at once who does something else than what the program asks, which
-- is one call in each; and who does that for five, longer than any call of a desk takes. What limits a session it may take off for itself, also by
-- psql. Asked by whoever has waited in vain. What waits for the standby is done.
-- \returns how many
CREATE FUNCTION simiao_api.clear_the_way() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    of_the_program CONSTANT text := '^\s*(--[^\n]*\n\s*)*SELECT (commit|settle_command|offer_proof|CAST\(sign_in|sign_out|tell_others|CAST\(keep_presence)'
                                    '\((\$[0-9]+(, )?)+\)( AS (text|int)\))?\s*$';
BEGIN
    RETURN (SELECT count(*) FILTER (WHERE pg_terminate_backend(a.pid))
            FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid
            WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND NOT r.rolsuper
              AND pg_has_role(r.oid, 'simiao_desk', 'MEMBER') AND NOT pg_has_role(r.oid, 'simiao_service', 'MEMBER')
              AND coalesce(a.wait_event, '') <> 'SyncRep'
              AND (a.state LIKE 'idle in transaction%' AND a.state_change < clock_timestamp() - interval '1 second'
                   OR a.state = 'active' AND a.query !~ of_the_program AND a.xact_start < clock_timestamp() - interval '200 milliseconds'
                   OR a.xact_start < clock_timestamp() - interval '5 seconds')
              AND (a.backend_xid IS NOT NULL OR EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'advisory' AND l.granted)));
EXCEPTION WHEN insufficient_privilege THEN -- the database was not set up by a superuser
    RETURN 0;
END $$;
--;;
-- Who is signed in where. The token itself is known to the desk alone.
CREATE TABLE staff_session (
    token_hash bytea PRIMARY KEY,
    account uuid NOT NULL REFERENCES account(id),
    login text NOT NULL,
    workstation text COLLATE "C" NOT NULL,
    begun timestamptz NOT NULL DEFAULT clock_timestamp(),
    until timestamptz NOT NULL,
    ended timestamptz,
    reason text NOT NULL DEFAULT '',
    site text COLLATE "C" NOT NULL DEFAULT simiao.this_site()
);
--;;
CREATE INDEX staff_session_open ON staff_session (account) WHERE ended IS NULL;
--;;
CREATE INDEX staff_session_place ON staff_session (account, workstation);
--;;
-- Log-ins of the server that are one person's.
CREATE TABLE personal_login (
    login text PRIMARY KEY,
    account uuid NOT NULL REFERENCES account(id)
);
--;;
-- Log-ins that stand at certain desks only; those of which nothing is said stand anywhere.
CREATE TABLE desk_login (
    login text NOT NULL,
    workstation text COLLATE "C" NOT NULL,
    PRIMARY KEY (login, workstation)
);
--;;
-- By the log-in that tried and the desk that it says, since all desks of a pool have one log-in: who guesses at one desk keeps nobody out at another.
-- Who says another desk each time does so at desks where the person has never signed in, which together are the desk ''.
CREATE TABLE sign_in_failure (
    login_name text COLLATE "C" NOT NULL,
    login text NOT NULL,
    workstation text COLLATE "C" NOT NULL,
    count int NOT NULL,
    last timestamptz NOT NULL,
    PRIMARY KEY (login_name, login, workstation)
);
--;;
-- What somebody said to prove her password, until it is looked at.
CREATE TABLE sign_in_offer (
    token_hash bytea PRIMARY KEY,
    login_name text COLLATE "C" NOT NULL,
    login text NOT NULL,
    workstation text COLLATE "C" NOT NULL,
    proof bytea NOT NULL,
    transaction bigint NOT NULL DEFAULT txid_current(),
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--;;
-- What log-ins wrote that needs nobody who is signed in, of the last minutes: keep_pace().
CREATE TABLE unsigned_event (
    login text NOT NULL,
    what text COLLATE "C" NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);
--;;
CREATE INDEX unsigned_event_login ON unsigned_event (login, what, at);
--;;
-- Makes the salts of names that nobody has, and the hashes of rows in the trail.
CREATE TABLE server_secret (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    secret text NOT NULL DEFAULT md5(random()::text || clock_timestamp()::text) || md5(random()::text)
);
--;;
INSERT INTO server_secret DEFAULT VALUES;
--;;
-- Restricted records that somebody gave a reason to open.
CREATE TABLE broken_glass (
    account uuid NOT NULL,
    patient uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    site text COLLATE "C" NOT NULL DEFAULT simiao.this_site()
);
--;;
CREATE INDEX broken_glass_account ON broken_glass (account, patient, at);
--;;
-- What may be done by whom, and what each act writes: resources/rules, taken in by take_rules().
CREATE TABLE role_grant (
    role text COLLATE "C" NOT NULL,
    permission text COLLATE "C" NOT NULL,
    PRIMARY KEY (permission, role)
);
--;;
CREATE TABLE act_rule (
    act text COLLATE "C" PRIMARY KEY,
    permission text COLLATE "C" NOT NULL,
    names_patient boolean NOT NULL,
    needs_care boolean NOT NULL,
    without_care jsonb,
    own boolean NOT NULL,
    own_or text COLLATE "C" NOT NULL,
    inserts text[] NOT NULL,
    updates jsonb NOT NULL,
    effects text[] NOT NULL,
    needs jsonb NOT NULL,
    demanded jsonb NOT NULL,
    numbers jsonb NOT NULL
);
--;;
-- Which permissions, one of them, show the rows of a table; those of which nothing stands here are programs' alone, or everybody's.
CREATE TABLE read_rule (
    table_name text COLLATE "C" PRIMARY KEY,
    permissions text[] NOT NULL
);
--;;
CREATE TABLE server_rule (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    session_hours int NOT NULL,
    one_per_person boolean NOT NULL
);
--;;
-- `code` is whose database this is, where nobody has worked here yet; later it stays what it was, since keys and sealed days are of it.
-- \returns whose it is now
CREATE FUNCTION take_site(code text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    IF code <> simiao.this_site() AND NOT EXISTS (SELECT FROM simiao.audit_head) AND NOT EXISTS (SELECT FROM simiao.number_sequence) THEN
        EXECUTE format('CREATE OR REPLACE FUNCTION simiao.this_site() RETURNS text LANGUAGE sql IMMUTABLE AS %L', format('SELECT CAST(%L AS text)', code));
    END IF;
    RETURN simiao.this_site();
END $$;
--;;
CREATE TYPE actor AS (account uuid, department uuid, roles text[], workstation text);
--;;
-- Stores one unit of work, or nothing. `work`:
--   recorded   when, ISO
--   event      what is sealed, canonical JSON in which the text `changes` stands for what was written
--   changes    that text, with its quotes
--   steps      [{table, row, new, numbers: [{sequence, prefix, width, mark}]} or {effect, id, given, refusal}]
-- A row is the canonical JSON that its hash is made of; each `mark` in it becomes the next number of its sequence.
-- The answer is the receipt, the same for each repetition of the command.
-- Everybody who saves waits for this: what can be said as an expression stands as one, since PERFORM and a loop over SELECT run a query
-- each time (together a third of what a booking took).
CREATE FUNCTION simiao_api.commit(command_id uuid, work text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    given jsonb := CAST(work AS jsonb); -- each member of a json would be looked for in all of its text
    event text := given ->> 'event';
    said jsonb := CAST(event AS jsonb);
    mark text := given ->> 'changes';
    recorded timestamptz := CAST(given ->> 'recorded' AS timestamptz);
    steps jsonb := given -> 'steps';
    step jsonb;
    content text;
    numbered record;
    written record;
    word text;
    sealed text := '';
    told text := '';
    numbers text := '';
    answer text;
    nothing text;
BEGIN
    nothing := simiao.make_durable();
    -- Who gives it again while its first giving is still under way waits for that one's answer.
    nothing := pg_advisory_xact_lock(hashtextextended(CAST(command_id AS text), 0));
    SELECT receipt INTO answer FROM simiao.command WHERE id = command_id;
    IF FOUND THEN
        PERFORM simiao.wait_for_standby();
        RETURN answer;
    END IF;
    -- It would not say what was done: each key once, the changes under theirs, and no other time than the rows have.
    IF said ->> 'command' IS DISTINCT FROM CAST(command_id AS text) OR coalesce(said ->> 'act', '') = ''
       OR given ->> 'recorded' IS DISTINCT FROM said ->> 'recorded'
       OR mark IS DISTINCT FROM CAST(to_json(said ->> 'changes') AS text)
       OR length(event) - length(replace(event, mark, '')) IS DISTINCT FROM length(mark)
       OR event IS DISTINCT FROM (SELECT '{' || string_agg(to_json(key) || ':' || to_json(value), ',' ORDER BY key COLLATE "C") || '}'
                                  FROM jsonb_each_text(said)) THEN
        PERFORM simiao.refuse('server.event', command_id::text);
    END IF;
    -- Numbers first: what is demanded is demanded of the rows as they will stand.
    FOR at IN 0 .. jsonb_array_length(steps) - 1 LOOP
        step := steps -> at;
        -- A row or an effect: of one that is both, each of what follows would read another half.
        IF (step - CASE WHEN step ->> 'effect' IS NULL THEN ARRAY['new', 'numbers', 'row', 'table'] ELSE ARRAY['effect', 'given', 'id', 'refusal'] END)
           <> '{}' THEN
            PERFORM simiao.refuse('server.event', 'steps');
        END IF;
        CONTINUE WHEN coalesce(jsonb_array_length(step -> 'numbers'), 0) = 0;
        nothing := simiao.demand_number(said, step);
        content := step ->> 'row';
        FOR nth IN 0 .. jsonb_array_length(step -> 'numbers') - 1 LOOP
            numbered := simiao.put_number(step ->> 'table', content, step -> 'numbers' -> nth, command_id);
            content := numbered.numbered;
            numbers := numbers || ',' || to_json(numbered.word);
        END LOOP;
        steps := jsonb_set(steps, ARRAY[CAST(at AS text), 'row'], to_jsonb(content));
    END LOOP;
    nothing := simiao.demand(said, steps);
    FOR at IN 0 .. jsonb_array_length(steps) - 1 LOOP
        step := steps -> at;
        IF step ->> 'effect' IS NULL THEN
            written := simiao.write_row(step ->> 'table', step ->> 'row', CAST(step ->> 'new' AS boolean));
            sealed := sealed || ',' || written.sealed;
            told := told || ',' || written.told;
        ELSE
            word := '"id":"' || CAST(step ->> 'id' AS uuid) || '"';
            sealed := sealed || ',{"effect":' || to_json(step ->> 'effect') || ',' || word || '}';
            told := told || ',{' || word || ',"type":' || to_json(split_part(step ->> 'effect', '/', 1)) || ',"version":0}';
        END IF;
    END LOOP;
    nothing := simiao.append_audit(replace(event, mark, '[' || substr(sealed, 2) || ']'), said,
                                   CASE WHEN said ->> 'act' IN ('session.login', 'clock.moved', 'account.manage') THEN simiao.chain_of_nobody(said) END);
    answer := '{"changes":[' || substr(told, 2) || '],"command":"' || command_id || '","numbers":[' || substr(numbers, 2) || ']}';
    INSERT INTO simiao.command (id, receipt, recorded_at, workstation)
    VALUES (command_id, answer, recorded, coalesce(said ->> 'workstation', ''));
    nothing := simiao.reckon(steps);
    -- Last: many want the same slot or lot, and each holds it from here to the end of its commit.
    FOR at IN 0 .. jsonb_array_length(steps) - 1 LOOP
        step := steps -> at;
        CONTINUE WHEN step ->> 'effect' IS NULL;
        nothing := simiao.stand_in_line(step ->> 'id');
        IF simiao.run_effect(step ->> 'effect', CAST(step ->> 'id' AS uuid), recorded, step -> 'given') <> 1 THEN
            PERFORM simiao.refuse(step ->> 'refusal', step ->> 'effect');
        END IF;
    END LOOP;
    RETURN answer;
END $$;
--;;
-- What a command stored; null where it was not. Said only when it stays so.
CREATE FUNCTION simiao_api.receipt_of(command_id uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    answer text;
BEGIN
    SELECT receipt INTO answer FROM simiao.command WHERE id = command_id;
    IF FOUND THEN
        PERFORM simiao.make_durable();
        PERFORM simiao.wait_for_standby();
    END IF;
    RETURN answer;
END $$;
--;;
-- Whether a command was stored; one that was not will never be, also where its connection still works on it. The same answer for
-- each who asks.
CREATE FUNCTION simiao_api.settle_command(command_id uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    answer text;
BEGIN
    PERFORM simiao.make_durable();
    PERFORM pg_advisory_xact_lock(hashtextextended(CAST(command_id AS text), 0));
    INSERT INTO simiao.command (id, receipt, recorded_at) VALUES (command_id, '', now()) ON CONFLICT (id) DO NOTHING;
    IF FOUND THEN
        PERFORM simiao.keep_pace('settled', 1000); -- many desks of one pool, after a promotion
    END IF;
    SELECT receipt INTO answer FROM simiao.command WHERE id = command_id;
    RETURN answer;
END $$;
--;;
-- When who listens was last told. Lost with a crash, which ends all connections and so makes everybody look.
CREATE UNLOGGED TABLE feed_notice (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    told timestamptz NOT NULL
);
--;;
-- Tells who listens that there is something new: in a transaction of its own, since one that also writes would hold up every other
-- commit of the database while it waits for the disk; and at most twenty times a second, however many save: a desk looks ten times at most.
-- Nobody waits for another here. Who stays in the transaction in which she tells has the others tell each for herself.
-- \returns whether everybody has been told of what was there at `since`; else it is to be asked again in a moment. A notice says when it was
-- sent, in microseconds: who has stored something before that need not ask at all.
CREATE FUNCTION simiao_api.tell_others(since timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    moment timestamptz := clock_timestamp();
    last timestamptz;
BEGIN
    SELECT told INTO last FROM simiao.feed_notice WHERE told <= moment; -- one of the future: the clock was put back since
    IF last > since THEN
        RETURN true;
    END IF;
    IF last > moment - interval '50 milliseconds' THEN
        RETURN false;
    END IF;
    IF pg_try_advisory_xact_lock(hashtextextended('feed_notice', 1)) THEN
        INSERT INTO simiao.feed_notice AS f (told) VALUES (moment)
        ON CONFLICT (one) DO UPDATE SET told = EXCLUDED.told WHERE f.told <= EXCLUDED.told - interval '50 milliseconds' OR f.told > EXCLUDED.told;
        IF NOT FOUND THEN
            RETURN false;
        END IF;
    ELSIF last > moment - interval '1 second' THEN -- another tells at this moment
        RETURN false;
    END IF;
    PERFORM pg_notify('simiao_changes', CAST(CAST(extract(epoch FROM moment) * 1000000 AS bigint) AS text));
    RETURN true;
END $$;
--;;
-- What was committed and not seen: receipts, a line each, of commands whose transactions had not ended when `seen` was taken, a snapshot as text,
-- and have since; `now_seen` is the next `seen`. Not all from the oldest open transaction on: any long one, also of another database of the server, would
-- have everything told again with each look. All desks ask this all the time: as one row, since a row each cost three times as much.
-- \param seen  '': nothing is wanted but `now_seen`
CREATE FUNCTION simiao_api.changes_since(seen text, OUT receipts text, OUT now_seen text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    before txid_snapshot := CAST(nullif(seen, '') AS txid_snapshot);
    first bigint := txid_snapshot_xmax(before);
    open bigint[] := ARRAY(SELECT txid_snapshot_xip(before));
BEGIN
    SELECT string_agg(c.receipt, E'\n'), CAST(txid_current_snapshot() AS text)
    INTO receipts, now_seen
    FROM (SELECT xid, position, receipt FROM simiao.command WHERE xid >= first AND receipt <> ''
          UNION ALL
          SELECT xid, position, receipt FROM simiao.command WHERE xid = ANY (open) AND receipt <> ''
          ORDER BY xid, position) c;
END $$;
--;;
-- Presence: who works on what at which desk, by leases that end by themselves. Lost with a crash of the server; each desk says
-- its own again. No lock: who ignores it runs into the version.
CREATE UNLOGGED TABLE presence_lease (
    desk uuid NOT NULL, -- of one start of the program
    subject uuid NOT NULL,
    account uuid NOT NULL,
    workstation text NOT NULL,
    activity text NOT NULL,
    since timestamptz NOT NULL,
    expires timestamptz NOT NULL,
    PRIMARY KEY (desk, subject)
) WITH (fillfactor = 50); -- renewing changes no index: it stays on its page
--;;
CREATE INDEX presence_lease_subject ON presence_lease (subject);
--;;
-- All that one desk does, in place of what it said before: [{subject, account, workstation, activity}]. The answer: whether others
-- see something else than before; saying the same again only renews it.
CREATE FUNCTION simiao_api.keep_presence(this_desk uuid, leases text, seconds bigint, token text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    gone bigint;
    came bigint;
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true); -- nothing of it outlives the server: nobody waits for the disk
    DELETE FROM simiao.presence_lease p WHERE p.desk = this_desk AND NOT EXISTS (
        SELECT FROM json_array_elements(CAST(leases AS json)) l WHERE CAST(l ->> 'subject' AS uuid) = p.subject);
    GET DIAGNOSTICS gone = ROW_COUNT;
    WITH kept AS (
        INSERT INTO simiao.presence_lease AS p (desk, subject, account, workstation, activity, since, expires)
        SELECT this_desk, CAST(l ->> 'subject' AS uuid), CAST(l ->> 'account' AS uuid), l ->> 'workstation', l ->> 'activity',
               clock_timestamp(), clock_timestamp() + make_interval(secs => least(seconds, 60))
        FROM json_array_elements(CAST(leases AS json)) l
        WHERE simiao.is_service() -- else only of whose session the token is, at the desk where she signed in, or whose log-in it is
           OR EXISTS (SELECT FROM simiao.staff_session o
                      WHERE o.token_hash = sha256(convert_to(token, 'UTF8')) AND o.account = CAST(l ->> 'account' AS uuid)
                        AND o.workstation = l ->> 'workstation' AND o.login = session_user AND o.ended IS NULL
                        AND o.until > clock_timestamp())
           OR EXISTS (SELECT FROM simiao.personal_login o
                      WHERE o.account = CAST(l ->> 'account' AS uuid) AND o.login = session_user)
        ON CONFLICT (desk, subject) DO UPDATE
        SET account = EXCLUDED.account, workstation = EXCLUDED.workstation, activity = EXCLUDED.activity, expires = EXCLUDED.expires
        RETURNING xmax = 0 AS is_new)
    SELECT count(*) FILTER (WHERE is_new) INTO came FROM kept;
    IF gone + came = 0 THEN
        RETURN false;
    END IF;
    DELETE FROM simiao.presence_lease WHERE ctid IN (
        SELECT ctid FROM simiao.presence_lease WHERE expires < clock_timestamp() FOR UPDATE SKIP LOCKED);
    RETURN true;
END $$;
--;;
-- Who else has a lease on one of the subjects (a JSON list). Of a restricted patient's visit only to whom her record is open: the feed's
-- connection acts for nobody, so it brings the `token` of who is at the desk; nothing is told where her session has ended.
CREATE FUNCTION simiao_api.presence_of(this_desk uuid, subjects text, token text)
RETURNS TABLE (subject uuid, account uuid, name text, name_en text, workstation text, activity text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = simiao, pg_temp AS $$
DECLARE
    wanted uuid[] := ARRAY(SELECT CAST(s AS uuid) FROM json_array_elements_text(CAST(subjects AS json)) s);
    hidden uuid[] := '{}';
BEGIN
    IF NOT simiao.is_service() THEN
        hidden := ARRAY(SELECT e.id FROM simiao.encounter e JOIN simiao.patient r ON r.id = e.patient
                        WHERE e.id = ANY (wanted) AND r.confidentiality IS NOT NULL);
    END IF;
    IF hidden <> '{}' THEN
        PERFORM set_config('simiao.session', token, true);
        BEGIN
            hidden := ARRAY(SELECT e.id FROM simiao.encounter e WHERE e.id = ANY (hidden) AND NOT simiao.is_opened(e.patient));
        EXCEPTION WHEN SQLSTATE 'SM004' THEN
            NULL;
        END;
    END IF;
    RETURN QUERY
        SELECT p.subject, p.account, a.name, a.name_en, p.workstation, p.activity
        FROM simiao.presence_lease p JOIN simiao.account a ON a.id = p.account
        WHERE p.subject = ANY (wanted) AND p.subject <> ALL (hidden)
          AND p.desk <> this_desk AND p.expires > clock_timestamp()
        ORDER BY p.since, p.desk;
END $$;
--;;
-- Keeping and moving the database: backup, restore, seals of the trail. In simiao, not in simiao_api: only who keeps the server calls these.
-- Each time the database was put back there is one more; the latest is what it is now.
CREATE FUNCTION begin_generation(event text) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    made uuid := CAST(md5(random()::text || clock_timestamp()::text || txid_current()::text) AS uuid);
BEGIN
    PERFORM simiao.append_audit(event, CAST(event AS jsonb));
    UPDATE simiao.staff_session SET ended = clock_timestamp(), reason = 'restored' WHERE ended IS NULL;
    -- Transactions are counted by each server for itself: what is ahead here would be news for ever.
    UPDATE simiao.command SET xid = 0 WHERE xid >= txid_snapshot_xmin(txid_current_snapshot());
    INSERT INTO simiao.generation (id, begun)
        SELECT made, greatest(clock_timestamp(), max(begun) + interval '1 microsecond') FROM simiao.generation;
    RETURN made;
END $$;
--;;
-- What each table holds: its rows, and a hash of them that does not depend on where they lie or on who asks.
CREATE FUNCTION table_seals() RETURNS TABLE (name text, held bigint, hash bytea) LANGUAGE plpgsql STABLE
SET timezone = 'UTC' SET datestyle = 'ISO' SET intervalstyle = 'postgres' SET bytea_output = 'hex' SET extra_float_digits = 1 AS $$
BEGIN
    FOR name IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'simiao' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
                ORDER BY c.relname COLLATE "C" LOOP
        EXECUTE format('SELECT count(*), sha256(coalesce(string_agg(h, CAST('''' AS bytea) ORDER BY h), CAST('''' AS bytea)))
                        FROM (SELECT sha256(convert_to(CAST(t AS text), ''UTF8'')) AS h FROM simiao.%I t) rows', name)
        INTO held, hash;
        RETURN NEXT;
    END LOOP;
END $$;
--;;
-- Where all chains stood when a day's first word was sent to other desks: each root seals the one before and every head, so that a chain
-- that was cut, with its head, is not what its days say. Append-only; the copy of a root that stands elsewhere (a backup's manifest, a
-- printed line of `audit verify`) holds it against who may change this table.
CREATE TABLE audit_root (
    day date,
    heads text COLLATE "C" NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    site text COLLATE "C" NOT NULL DEFAULT simiao.this_site(),
    PRIMARY KEY (day, site)
);
--;;
CREATE TRIGGER audit_root_no_change BEFORE UPDATE OR DELETE ON audit_root
    FOR EACH ROW EXECUTE FUNCTION refuse_change('is append-only');
--;;
CREATE TRIGGER audit_root_no_truncate BEFORE TRUNCATE ON audit_root
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('is append-only');
--;;
-- Makes today's root (UTC) where there is none. Nobody waits: of two that come at once one makes it.
CREATE FUNCTION seal_day() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    today date := CAST(clock_timestamp() AT TIME ZONE 'UTC' AS date);
    chains text;
    before bytea;
BEGIN
    IF EXISTS (SELECT FROM simiao.audit_root WHERE day >= today)
       OR NOT pg_try_advisory_xact_lock(hashtextextended('simiao audit root', 0))
       OR EXISTS (SELECT FROM simiao.audit_root WHERE day >= today) THEN -- made while the lock was fetched
        RETURN;
    END IF;
    SELECT '{' || string_agg(to_json(workstation) || ':{"hash":"' || encode(hash, 'hex') || '","links":' || sequence || '}', ','
                             ORDER BY workstation) || '}'
    INTO chains FROM simiao.audit_head;
    IF chains IS NULL THEN
        RETURN; -- nothing was done yet
    END IF;
    SELECT hash INTO before FROM simiao.audit_root ORDER BY day DESC LIMIT 1;
    before := coalesce(before, decode(repeat('00', 32), 'hex'));
    PERFORM simiao.make_months();
    PERFORM simiao.forget_days();
    INSERT INTO simiao.audit_root (day, heads, previous, hash)
    VALUES (today, chains, before,
            sha256(convert_to(to_char(today, 'YYYY-MM-DD') || ':', 'UTF8') || before || convert_to(chains, 'UTF8')));
END $$;
--;;
CREATE FUNCTION seal_day_with_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM simiao.seal_day();
    RETURN NULL;
END $$;
--;;
-- Others are told in a transaction of its own, at most twenty times a second: a commit does not pay for this.
CREATE TRIGGER feed_notice_seals AFTER INSERT OR UPDATE ON feed_notice
    FOR EACH STATEMENT EXECUTE FUNCTION seal_day_with_notice();
--;;
-- A move into this database: how many lines of each table are in. The row without a name says that it came to its end.
CREATE TABLE transfer (
    name text COLLATE "C" PRIMARY KEY,
    source text COLLATE "C" NOT NULL,
    taken bigint NOT NULL
);
--;;
-- The table's row, locked: the lines that come are of `origin` and follow those that are in.
CREATE FUNCTION continue_transfer(origin text, target text, first bigint, more bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    state simiao.transfer;
BEGIN
    INSERT INTO simiao.transfer VALUES (target, origin, 0) ON CONFLICT (name) DO NOTHING;
    SELECT * INTO state FROM simiao.transfer WHERE name = target FOR UPDATE;
    IF state.source <> origin THEN
        PERFORM simiao.refuse('transfer.other', target);
    ELSIF state.taken <> first THEN
        PERFORM simiao.refuse('transfer.order', target);
    END IF;
    UPDATE simiao.transfer SET taken = first + more WHERE name = target;
END $$;
--;;
-- Of what comes from elsewhere and is older than this database, unless that is no time a hospital could have worked at.
CREATE FUNCTION make_old_months(months date[]) RETURNS void LANGUAGE sql AS $$
    SELECT simiao.make_month(month) FROM (SELECT DISTINCT unnest(months) AS month) AS wanted
    WHERE month BETWEEN DATE '2000-01-01' AND CAST(now() AT TIME ZONE 'UTC' AS date)
$$;
--;;
-- Rows of a table as they come from another store: lines of canonical JSON, which their hashes are made of. All or none.
CREATE FUNCTION take_rows(origin text, target text, first bigint, content text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    lines text[] := string_to_array(content, E'\n');
    names text;
    fields text;
BEGIN
    PERFORM simiao.continue_transfer(origin, target, first, cardinality(lines));
    IF target = 'charge_item' THEN
        PERFORM simiao.make_old_months(ARRAY(SELECT simiao.month_of(CAST(r.value AS uuid)) FROM unnest(lines) AS l, json_each_text(CAST(l AS json)) AS r
                                             WHERE r.key IN ('id', 'request')));
    END IF;
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum),
           string_agg(CASE WHEN attname = 'row_hash' THEN 'sha256(convert_to(l, ''UTF8''))'
                           WHEN attname = 'xid' THEN '0' -- no news
                           ELSE 'r.' || quote_ident(attname) END, ', ' ORDER BY attnum)
    INTO names, fields
    FROM pg_attribute
    WHERE attrelid = to_regclass('simiao.' || quote_ident(target)) AND attnum > 0 AND NOT attisdropped AND attidentity = ''
      AND (target, CAST(attname AS text)) NOT IN (('command', 'workstation'), ('command', 'site'), ('number_sequence', 'site'));
    EXECUTE format('INSERT INTO simiao.%1$I (%2$s) SELECT %3$s FROM unnest($1) WITH ORDINALITY AS x (l, n),
                    LATERAL json_populate_record(CAST(NULL AS simiao.%1$I), CAST(l AS json)) AS r ORDER BY n',
                   target, names, fields) USING lines;
    RETURN first + cardinality(lines);
END $$;
--;;
-- When a link that comes from elsewhere was made: what it says, unless that is no time a hospital could have worked at.
CREATE FUNCTION written_at(link json) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN said BETWEEN '2000-01-01 00:00:00+00' AND now() THEN said ELSE now() END
    FROM (SELECT CAST(CAST(link ->> 'event' AS json) ->> 'recorded' AS timestamptz) AS said) AS event
$$;
--;;
-- Links of the chain that becomes that of `desk`, which goes on behind them.
CREATE FUNCTION take_links(origin text, desk text, first bigint, content text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    lines text[] := string_to_array(content, E'\n');
BEGIN
    PERFORM simiao.continue_transfer(origin, 'audit_event', first, cardinality(lines));
    PERFORM simiao.make_old_months(ARRAY(SELECT CAST(date_trunc('month', simiao.written_at(CAST(l AS json)) AT TIME ZONE 'UTC') AS date)
                                         FROM unnest(lines) AS x (l)));
    INSERT INTO simiao.audit_event (workstation, sequence, event, previous, hash, act, agent, patient, outcome, stored)
    SELECT desk, CAST(link ->> 'sequence' AS bigint), link ->> 'event', decode(link ->> 'previous', 'hex'),
           decode(link ->> 'hash', 'hex'), said ->> 'act', said ->> 'agent', said ->> 'patient', said ->> 'outcome',
           simiao.written_at(link)
    FROM unnest(lines) WITH ORDINALITY AS x (l, n), LATERAL (SELECT CAST(l AS json) AS link) AS a,
         LATERAL (SELECT CAST(link ->> 'event' AS json) AS said) AS b
    ORDER BY n;
    INSERT INTO simiao.audit_head AS h (workstation, sequence, previous, hash)
        SELECT desk, sequence, previous, hash FROM simiao.audit_event WHERE workstation = desk ORDER BY sequence DESC LIMIT 1
    ON CONFLICT (workstation, site) DO UPDATE SET sequence = EXCLUDED.sequence, previous = EXCLUDED.previous, hash = EXCLUDED.hash;
    RETURN first + cardinality(lines);
END $$;
--;;
-- The move came to its end: it is not gone on with.
CREATE FUNCTION end_transfer(origin text) RETURNS void LANGUAGE sql AS $$
    INSERT INTO simiao.transfer VALUES ('', origin, 0);
    SELECT simiao.seal_day()
$$;
--;;
-- Which machine answers, and in which of its lives: a standby that takes over begins a timeline of its own. Null where the server does
-- not say (one that speaks the protocol and is not PostgreSQL).
CREATE FUNCTION simiao_api.server_life(OUT system text, OUT timeline bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = simiao, pg_temp AS $$
BEGIN
    SELECT CAST(c.system_identifier AS text) INTO system FROM pg_control_system() c;
    IF pg_is_in_recovery() THEN
        SELECT c.timeline_id INTO timeline FROM pg_control_checkpoint() c;
    ELSE -- the file of the log that is written now; the last checkpoint may be of the life before
        timeline := CAST(CAST('x' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) AS bit(32)) AS bigint);
    END IF;
EXCEPTION WHEN undefined_function OR insufficient_privilege THEN
    system := NULL;
    timeline := NULL;
END $$;
