-- Prices and totals, reckoned again when a commit has written its rows: what a program that somebody changed says of them is not believed.
-- Functions only, made anew after each migration. Programs (simiao_service) bring amounts of elsewhere and are believed.
CREATE OR REPLACE FUNCTION amount_differs(what text) RETURNS void LANGUAGE sql AS $$
    SELECT simiao.forbid('server.amount', what)
$$;
--;;
-- An order line costs what the price list says now: half up to the fen (lineTotal() of modules/core).
CREATE OR REPLACE FUNCTION reckon_medication_request(line simiao.medication_request) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    drug simiao.medication;
BEGIN
    SELECT * INTO drug FROM simiao.medication m WHERE m.id = line.medication;
    IF line.price <> (2 * drug.pack_price * line.quantity + drug.pack_quantity) / (2 * drug.pack_quantity) THEN
        PERFORM simiao.refuse('price.changed', drug.code);
    END IF;
END $$;
--;;
-- A charge is the fee of the visit's department, or an order line as it was signed. There is no price list of services: nobody but a
-- program charges one.
CREATE OR REPLACE FUNCTION reckon_charge_item(charge simiao.charge_item) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    line simiao.medication_request;
    clinic simiao.organization;
BEGIN
    IF charge.kind = 'registration' THEN
        SELECT o.* INTO clinic FROM simiao.encounter e JOIN simiao.organization o ON o.id = e.department WHERE e.id = charge.encounter;
        IF charge.quantity <> 1 OR charge.request IS NOT NULL OR charge.prescription IS NOT NULL OR clinic.id IS NULL THEN
            PERFORM simiao.amount_differs('charge_item.quantity');
        END IF;
        IF charge.amount <> clinic.registration_fee THEN
            PERFORM simiao.refuse('price.changed', clinic.code);
        END IF;
        RETURN;
    END IF;
    SELECT * INTO line FROM simiao.medication_request r
    WHERE r.id = charge.request AND r.prescription = charge.prescription AND r.patient = charge.patient AND r.encounter = charge.encounter;
    IF charge.kind <> 'medication' OR line.id IS NULL OR line.status = 'cancelled' THEN
        PERFORM simiao.amount_differs('charge_item.kind');
    END IF;
    IF (charge.quantity, charge.unit) <> (line.quantity, line.quantity_unit) THEN
        PERFORM simiao.amount_differs('charge_item.quantity');
    END IF;
    IF charge.amount <> line.price THEN
        PERFORM simiao.amount_differs('charge_item.amount');
    END IF;
END $$;
--;;
-- An invoice settles charges of its visit, each as it is and whole; its total is their sum, and only cash is given back. Once only: that
-- a charge is settled twice is refused by invoice_line.
CREATE OR REPLACE FUNCTION reckon_invoice(bill simiao.invoice) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    settled bigint;
    wrong bigint;
BEGIN
    SELECT sum(c.amount), count(*) FILTER (WHERE c.id IS NULL) INTO settled, wrong
    FROM json_array_elements(CAST(bill.lines AS json)) AS l
    LEFT JOIN simiao.charge_item c
        ON c.id = CAST(l ->> 'charge_item' AS uuid) AND c.encounter = bill.encounter AND c.patient = bill.patient
       AND c.quantity = CAST(l ->> 'quantity' AS bigint) AND c.amount = CAST(l ->> 'amount' AS bigint);
    IF wrong > 0 OR settled IS NULL THEN
        PERFORM simiao.amount_differs('invoice.lines');
    END IF;
    IF bill.total <> settled THEN
        PERFORM simiao.amount_differs('invoice.total');
    END IF;
    IF bill.change < 0 OR bill.tendered - bill.change <> bill.total OR (bill.change > 0 AND bill.method <> 'cash') THEN
        PERFORM simiao.amount_differs('invoice.tendered');
    END IF;
END $$;
--;;
-- What was reviewed is charged line for line; what is paid has no charge open.
CREATE OR REPLACE FUNCTION reckon_prescription(given simiao.prescription) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF given.status NOT IN ('reviewed', 'paid') THEN
        RETURN;
    END IF;
    IF EXISTS (SELECT FROM simiao.medication_request r
               WHERE r.prescription = given.id AND r.status <> 'cancelled'
                 AND NOT EXISTS (SELECT FROM simiao.charge_item c WHERE c.request = r.id)) THEN
        PERFORM simiao.amount_differs('prescription.charges');
    END IF;
    IF given.status = 'paid'
       AND EXISTS (SELECT FROM simiao.charge_item c
                   WHERE c.encounter = given.encounter AND c.prescription = given.id
                     AND NOT EXISTS (SELECT FROM simiao.invoice_line l WHERE l.charge_item = c.id)) THEN
        PERFORM simiao.amount_differs('prescription.status');
    END IF;
END $$;
--;;
-- A visit of a department is charged its fee, be it nothing.
CREATE OR REPLACE FUNCTION reckon_encounter(visit simiao.encounter) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF visit.department IS NOT NULL
       AND NOT EXISTS (SELECT FROM simiao.charge_item c WHERE c.encounter = visit.id AND c.kind = 'registration') THEN
        PERFORM simiao.amount_differs('encounter.charges');
    END IF;
END $$;
--;;
-- Of all rows that a commit wrote. \param steps  as in commit()
-- SM001 price.changed (code of the drug or department); SM004 server.amount (table.column)
CREATE OR REPLACE FUNCTION reckon(steps jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    step jsonb;
    name text;
    is_new boolean;
    written uuid;
BEGIN
    IF simiao.is_service() THEN
        RETURN;
    END IF;
    FOR at IN 0 .. jsonb_array_length(steps) - 1 LOOP
        step := steps -> at;
        name := step ->> 'table';
        CONTINUE WHEN name IS NULL OR name NOT IN ('medication_request', 'charge_item', 'invoice', 'prescription', 'encounter');
        is_new := CAST(step ->> 'new' AS boolean);
        written := CAST(CAST(step ->> 'row' AS jsonb) ->> 'id' AS uuid);
        IF name = 'prescription' THEN
            PERFORM simiao.reckon_prescription(p) FROM simiao.prescription p WHERE p.id = written;
        ELSIF name = 'medication_request' AND is_new THEN -- later no act changes its price
            PERFORM simiao.reckon_medication_request(r) FROM simiao.medication_request r WHERE r.id = written;
        ELSIF name = 'encounter' AND is_new THEN
            PERFORM simiao.reckon_encounter(e) FROM simiao.encounter e WHERE e.id = written;
        ELSIF name = 'charge_item' THEN
            PERFORM simiao.reckon_charge_item(c) FROM simiao.charge_item c WHERE c.id = written;
        ELSIF name = 'invoice' THEN
            PERFORM simiao.reckon_invoice(i) FROM simiao.invoice i WHERE i.id = written;
        END IF;
    END LOOP;
END $$;
