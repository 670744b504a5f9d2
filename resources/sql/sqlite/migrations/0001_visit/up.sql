-- Everything one outpatient visit needs. Types as in modules/domain: one table an entity, one column a field.
-- row_hash is the SHA-256 of the row's canonical JSON: a flipped bit is noticed before a wrong value is shown.
-- Rows that statements change in place (slot, lot) carry none.
CREATE TABLE organization (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    room TEXT NOT NULL,
    registration_fee INTEGER NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE account (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    login_name TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    title TEXT NOT NULL,
    roles TEXT NOT NULL,
    department BLOB REFERENCES organization(id),
    password_hash TEXT NOT NULL,
    status TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE patient (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    mrn TEXT NOT NULL,
    name TEXT NOT NULL,
    name_initials TEXT NOT NULL,
    name_pinyin TEXT NOT NULL,
    gender TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    identity_number TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    payer TEXT NOT NULL,
    allergy_status TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE allergy_intolerance (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id),
    substance TEXT NOT NULL,
    substance_en TEXT NOT NULL,
    substance_class TEXT NOT NULL,
    criticality TEXT NOT NULL,
    reaction TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE observation (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id),
    code TEXT NOT NULL,
    value TEXT NOT NULL,
    effective INTEGER NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE slot (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    practitioner BLOB NOT NULL REFERENCES account(id),
    department BLOB NOT NULL REFERENCES organization(id),
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    capacity INTEGER NOT NULL CHECK (capacity >= 0),
    booked INTEGER NOT NULL CHECK (booked BETWEEN 0 AND capacity),
    row_hash BLOB
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE encounter (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    visit_number TEXT NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id),
    department BLOB NOT NULL REFERENCES organization(id),
    practitioner BLOB NOT NULL REFERENCES account(id),
    status TEXT NOT NULL,
    period_start INTEGER NOT NULL,
    period_end INTEGER,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE appointment (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id),
    slot BLOB NOT NULL REFERENCES slot(id),
    encounter BLOB REFERENCES encounter(id),
    status TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE task (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    encounter BLOB NOT NULL REFERENCES encounter(id),
    patient BLOB NOT NULL REFERENCES patient(id),
    department BLOB NOT NULL REFERENCES organization(id),
    owner BLOB NOT NULL REFERENCES account(id),
    day TEXT NOT NULL,
    number INTEGER NOT NULL,
    status TEXT NOT NULL,
    called_at INTEGER,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE condition (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id),
    encounter BLOB NOT NULL REFERENCES encounter(id),
    code TEXT NOT NULL,
    rank INTEGER NOT NULL,
    verification_status TEXT NOT NULL,
    note TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE composition (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id),
    encounter BLOB NOT NULL REFERENCES encounter(id),
    status TEXT NOT NULL,
    type TEXT NOT NULL,
    author BLOB NOT NULL REFERENCES account(id),
    signed_at INTEGER,
    sections TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE medication (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    aliases TEXT NOT NULL,
    name_initials TEXT NOT NULL,
    name_pinyin TEXT NOT NULL,
    atc TEXT NOT NULL,
    form TEXT NOT NULL,
    strength TEXT NOT NULL,
    content TEXT,
    smallest_unit TEXT NOT NULL,
    pack_quantity INTEGER NOT NULL,
    pack_unit TEXT NOT NULL,
    pack_price INTEGER NOT NULL,
    allergy_classes TEXT NOT NULL,
    prescription_class TEXT NOT NULL,
    antibiotic_grade TEXT NOT NULL,
    default_dose TEXT NOT NULL,
    default_route TEXT NOT NULL,
    default_frequency TEXT NOT NULL,
    default_days INTEGER NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE lot (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    medication BLOB NOT NULL REFERENCES medication(id),
    lot_number TEXT NOT NULL,
    expiry TEXT NOT NULL,
    on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
    reserved INTEGER NOT NULL CHECK (reserved BETWEEN 0 AND on_hand),
    row_hash BLOB
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE prescription (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    number TEXT NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id),
    encounter BLOB NOT NULL REFERENCES encounter(id),
    author BLOB NOT NULL REFERENCES account(id),
    status TEXT NOT NULL,
    form TEXT NOT NULL,
    authored_on INTEGER,
    reviewer BLOB REFERENCES account(id),
    reviewed_at INTEGER,
    review_note TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE medication_request (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    prescription BLOB NOT NULL REFERENCES prescription(id),
    patient BLOB NOT NULL REFERENCES patient(id),
    encounter BLOB NOT NULL REFERENCES encounter(id),
    medication BLOB NOT NULL REFERENCES medication(id),
    medication_name TEXT NOT NULL,
    line INTEGER NOT NULL,
    status TEXT NOT NULL,
    dosage TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    quantity_unit TEXT NOT NULL,
    price INTEGER NOT NULL,
    override_reason TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE medication_dispense (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    request BLOB NOT NULL REFERENCES medication_request(id),
    prescription BLOB NOT NULL REFERENCES prescription(id),
    patient BLOB NOT NULL REFERENCES patient(id),
    medication BLOB NOT NULL REFERENCES medication(id),
    lot BLOB NOT NULL REFERENCES lot(id),
    quantity INTEGER NOT NULL,
    performer BLOB NOT NULL REFERENCES account(id),
    when_prepared INTEGER NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE charge_item (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id),
    encounter BLOB NOT NULL REFERENCES encounter(id),
    kind TEXT NOT NULL,
    request BLOB REFERENCES medication_request(id),
    prescription BLOB REFERENCES prescription(id),
    description TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    unit TEXT NOT NULL,
    amount INTEGER NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE invoice (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    number TEXT NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id),
    encounter BLOB NOT NULL REFERENCES encounter(id),
    lines TEXT NOT NULL,
    total INTEGER NOT NULL,
    method TEXT NOT NULL,
    tendered INTEGER NOT NULL,
    change INTEGER NOT NULL,
    cashier BLOB NOT NULL REFERENCES account(id),
    date INTEGER NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE imaging_study (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id),
    study_instance_uid TEXT NOT NULL,
    modality TEXT NOT NULL,
    description TEXT NOT NULL,
    started TEXT NOT NULL,
    number_of_series INTEGER NOT NULL,
    number_of_instances INTEGER NOT NULL,
    endpoint TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE concept (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    system TEXT NOT NULL,
    code TEXT NOT NULL,
    display TEXT NOT NULL,
    initials TEXT NOT NULL,
    release TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE UNIQUE INDEX account_login_name ON account (login_name);
--;;
CREATE UNIQUE INDEX organization_code ON organization (code);
--;;
CREATE UNIQUE INDEX task_number ON task (department, day, number);
--;;
CREATE UNIQUE INDEX task_encounter ON task (encounter);
--;;
CREATE INDEX encounter_patient ON encounter (patient);
--;;
CREATE UNIQUE INDEX encounter_visit_number ON encounter (visit_number);
--;;
CREATE INDEX allergy_intolerance_patient ON allergy_intolerance (patient);
--;;
CREATE INDEX observation_patient ON observation (patient, effective);
--;;
CREATE INDEX condition_patient ON condition (patient);
--;;
CREATE INDEX composition_patient ON composition (patient);
--;;
CREATE INDEX imaging_study_patient ON imaging_study (patient);
--;;
CREATE UNIQUE INDEX imaging_study_uid ON imaging_study (patient, study_instance_uid);
--;;
CREATE UNIQUE INDEX medication_code ON medication (code);
--;;
CREATE UNIQUE INDEX lot_number ON lot (medication, lot_number);
--;;
CREATE UNIQUE INDEX prescription_number ON prescription (number) WHERE number <> '';
--;;
CREATE INDEX prescription_status ON prescription (status, authored_on);
--;;
CREATE INDEX medication_request_prescription ON medication_request (prescription, line);
--;;
CREATE INDEX medication_dispense_prescription ON medication_dispense (prescription);
--;;
CREATE INDEX charge_item_encounter ON charge_item (encounter);
--;;
CREATE UNIQUE INDEX charge_item_request ON charge_item (request) WHERE request IS NOT NULL;
--;;
CREATE INDEX invoice_encounter ON invoice (encounter);
--;;
CREATE UNIQUE INDEX invoice_number ON invoice (number);
--;;
CREATE UNIQUE INDEX concept_code ON concept (system, code);
--;;
-- Which charge an invoice settles: one settled line a charge, enforced here, not by the screen.
CREATE TABLE invoice_line (
    charge_item BLOB NOT NULL PRIMARY KEY REFERENCES charge_item(id),
    invoice BLOB NOT NULL REFERENCES invoice(id)
) STRICT, WITHOUT ROWID;
--;;
CREATE TRIGGER invoice_settles AFTER INSERT ON invoice BEGIN
    INSERT INTO invoice_line (charge_item, invoice)
        SELECT c.id, NEW.id FROM charge_item c
        WHERE c.encounter = NEW.encounter
          AND lower(hex(c.id)) IN (SELECT replace(value, '-', '') FROM json_tree(NEW.lines) WHERE key = 'charge_item');
END;
--;;
CREATE TABLE number_sequence (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL CHECK (last >= 1)
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE command (
    id BLOB PRIMARY KEY,
    receipt TEXT NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE TABLE audit_event (
    sequence INTEGER PRIMARY KEY,
    event TEXT NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
--;;
CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event BEGIN
    SELECT RAISE(ABORT, 'audit_event is append-only');
END;
--;;
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN
    SELECT RAISE(ABORT, 'audit_event is append-only');
END;
--;;
CREATE TRIGGER charge_item_no_update BEFORE UPDATE ON charge_item BEGIN
    SELECT RAISE(ABORT, 'charge_item is never updated');
END;
--;;
CREATE TRIGGER invoice_no_update BEFORE UPDATE ON invoice BEGIN
    SELECT RAISE(ABORT, 'invoice is never updated');
END;
--;;
CREATE TRIGGER composition_signed_is_final BEFORE UPDATE ON composition
WHEN OLD.status IN ('final', 'amended') AND NEW.status <> 'entered-in-error' BEGIN
    SELECT RAISE(ABORT, 'a signed note is never changed');
END;
