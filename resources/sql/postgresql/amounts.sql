-- Prices and totals, reckoned again when a commit has written its rows: what a program that somebody changed says of them is not believed.
-- Functions only, made anew after each migration. Programs (simiao_service) bring amounts of elsewhere and are believed.
CREATE OR REPLACE FUNCTION amount_differs(what text) RETURNS void LANGUAGE sql AS $$
    SELECT simiao.forbid('server.amount', what)
$$;
--;;
-- An order line costs what the price list says now: half up to the fen (lineTotal() of modules/core).
CREATE OR REPLACE FUNCTION reckon_price(line simiao.medication_request) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    drug simiao.medication;
BEGIN
    IF line.quantity <= 0 THEN
        PERFORM simiao.amount_differs('medication_request.quantity');
    END IF;
    SELECT * INTO drug FROM simiao.medication m WHERE m.id = line.medication;
    IF line.price <> (2 * drug.pack_price * line.quantity + drug.pack_quantity) / (2 * drug.pack_quantity) THEN
        PERFORM simiao.refuse('price.changed', drug.code);
    END IF;
END $$;
--;;
-- It stands on a prescription of its own visit that is signed, or is taken back with it: nothing is added to what was reviewed and
-- nothing cancelled of what was paid.
CREATE OR REPLACE FUNCTION reckon_medication_request(line simiao.medication_request) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM simiao.prescription p
                   WHERE p.id = line.prescription AND p.patient = line.patient AND p.encounter = line.encounter
                     AND p.status IN ('signed', 'cancelled')) THEN
        PERFORM simiao.amount_differs('medication_request.prescription');
    END IF;
END $$;
--;;
-- A charge is the fee of the visit's department, or an order line as it was signed, when it has been reviewed: nobody pays before. There is no price list of services: nobody but a
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
    IF NOT EXISTS (SELECT FROM simiao.prescription p WHERE p.id = charge.prescription AND p.status = 'reviewed') THEN
        PERFORM simiao.amount_differs('charge_item.prescription');
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
       AND c.id >= simiao_api.charges_from(bill.encounter)
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
-- What was reviewed is charged line for line; what is paid has no charge open; what is dispensed is there whole.
CREATE OR REPLACE FUNCTION reckon_prescription(given simiao.prescription) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF given.status = 'dispensed'
       AND EXISTS (SELECT FROM simiao.medication_request r
                   WHERE r.prescription = given.id AND r.status <> 'cancelled'
                     AND r.quantity IS DISTINCT FROM (SELECT sum(d.quantity) FROM simiao.medication_dispense d
                                                      WHERE d.prescription = given.id AND d.request = r.id)) THEN
        PERFORM simiao.amount_differs('medication_dispense.quantity');
    END IF;
    IF given.status NOT IN ('reviewed', 'paid') THEN
        RETURN;
    END IF;
    IF EXISTS (SELECT FROM simiao.medication_request r
               WHERE r.prescription = given.id AND r.status <> 'cancelled'
                 AND NOT EXISTS (SELECT FROM simiao.charged_request c WHERE c.request = r.id)) THEN
        PERFORM simiao.amount_differs('prescription.charges');
    END IF;
    IF given.status = 'paid'
       AND EXISTS (SELECT FROM simiao.open_charge o WHERE o.encounter = given.encounter AND o.prescription = given.id) THEN
        PERFORM simiao.amount_differs('prescription.status');
    END IF;
END $$;
--;;
-- What leaves the shelf is of a line of a prescription that was paid, of its drug, and no more than the bill says.
CREATE OR REPLACE FUNCTION reckon_medication_dispense(given simiao.medication_dispense) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    -- By itself: each month of charges would be planned for where it is joined.
    charge uuid := (SELECT k.charge_item FROM simiao.charged_request k WHERE k.request = given.request);
BEGIN
    IF given.quantity <= 0
       OR NOT EXISTS (SELECT FROM simiao.medication_request r
                      JOIN simiao.prescription p ON p.id = r.prescription
                      JOIN simiao.lot l ON l.id = given.lot AND l.medication = r.medication
                      WHERE r.id = given.request AND p.id = given.prescription AND r.patient = given.patient
                        AND r.medication = given.medication AND r.status <> 'cancelled' AND p.status = 'dispensed') THEN
        PERFORM simiao.amount_differs('medication_dispense.request');
    END IF;
    IF (SELECT sum(d.quantity) FROM simiao.medication_dispense d
        WHERE d.prescription = given.prescription AND d.request = given.request)
       > coalesce((SELECT c.quantity FROM simiao.charge_item c
                   WHERE c.id = charge AND EXISTS (SELECT FROM simiao.invoice_line l WHERE l.charge_item = charge)), 0) THEN
        PERFORM simiao.amount_differs('medication_dispense.quantity');
    END IF;
END $$;
--;;
-- A payment holds of each drug what its bill says; each lot loses what is dispensed of it. By what the commit says of itself: others hold
-- and take of the same lots.
CREATE OR REPLACE FUNCTION reckon_lots(steps jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM (SELECT l.medication, CAST(s -> 'given' ->> 'quantity' AS bigint) AS quantity
                            FROM jsonb_array_elements(steps) AS s JOIN simiao.lot l ON l.id = CAST(s ->> 'id' AS uuid)
                            WHERE s ->> 'effect' = 'lot/reserve'
                            UNION ALL
                            SELECT r.medication, -c.quantity
                            FROM jsonb_array_elements(steps) AS s
                            CROSS JOIN LATERAL jsonb_array_elements(CAST(s ->> 'row' AS jsonb) -> 'lines') AS i
                            JOIN simiao.charge_item c ON c.id = CAST(i ->> 'charge_item' AS uuid)
                            JOIN simiao.medication_request r ON r.id = c.request
                            WHERE s ->> 'table' = 'invoice') AS held
               GROUP BY medication HAVING sum(quantity) <> 0) THEN
        PERFORM simiao.amount_differs('lot.reserved');
    END IF;
    IF EXISTS (SELECT FROM (SELECT CAST(s ->> 'id' AS uuid) AS lot, CAST(s -> 'given' ->> 'quantity' AS bigint) AS quantity
                            FROM jsonb_array_elements(steps) AS s
                            WHERE s ->> 'effect' = 'lot/take'
                            UNION ALL
                            SELECT d.lot, -d.quantity
                            FROM jsonb_array_elements(steps) AS s
                            JOIN simiao.medication_dispense d ON d.id = CAST(CAST(s ->> 'row' AS jsonb) ->> 'id' AS uuid)
                            WHERE s ->> 'table' = 'medication_dispense') AS taken
               GROUP BY lot HAVING sum(quantity) <> 0) THEN
        PERFORM simiao.amount_differs('lot.on_hand');
    END IF;
END $$;
--;;
-- A visit of a department is charged its fee, be it nothing. It is new: nobody has paid that yet.
CREATE OR REPLACE FUNCTION reckon_encounter(visit simiao.encounter) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF visit.department IS NOT NULL
       AND NOT EXISTS (SELECT FROM simiao.open_charge c WHERE c.encounter = visit.id AND c.kind = 'registration') THEN
        PERFORM simiao.amount_differs('encounter.charges');
    END IF;
END $$;
--;;
-- Who is checked in takes one place, and has for it one visit that begins, one appointment, one entry of the queue at most and one fee. Nothing of it comes
-- without the others, or later: the place is never free again, and a fee once more would be charged once more.
-- \param places     slots that were booked
-- \param visits     new ones of a department
-- \param appointed, queued, charged  visits of which there is a new appointment, entry of a queue, registration fee
CREATE OR REPLACE FUNCTION reckon_places(places text[], visits text[], appointed text[], queued text[], charged text[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF charged <> '{}' AND charged <> visits THEN
        PERFORM simiao.amount_differs('charge_item.encounter');
    END IF;
    IF cardinality(places) > 1 OR cardinality(places) <> cardinality(visits) OR appointed <> visits OR queued <> '{}' AND queued <> visits THEN
        PERFORM simiao.amount_differs('slot.booked');
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
    content jsonb;
    written uuid;
    moves_lots boolean := false;
    places text[] := '{}';
    visits text[] := '{}';
    appointed text[] := '{}';
    queued text[] := '{}';
    charged text[] := '{}';
BEGIN
    IF simiao.is_service() THEN
        RETURN;
    END IF;
    FOR at IN 0 .. jsonb_array_length(steps) - 1 LOOP
        step := steps -> at;
        name := step ->> 'table';
        moves_lots := moves_lots OR coalesce(name IN ('invoice', 'medication_dispense'), step ->> 'effect' LIKE 'lot/%', false);
        IF step ->> 'effect' = 'slot/book' THEN
            places := places || (step ->> 'id');
        END IF;
        CONTINUE WHEN name IS NULL
            OR name NOT IN ('medication_request', 'charge_item', 'invoice', 'prescription', 'encounter', 'medication_dispense', 'appointment', 'task');
        is_new := CAST(step ->> 'new' AS boolean);
        content := CAST(step ->> 'row' AS jsonb);
        written := CAST(content ->> 'id' AS uuid);
        IF name = 'prescription' THEN
            PERFORM simiao.reckon_prescription(p) FROM simiao.prescription p WHERE p.id = written;
        ELSIF name = 'medication_request' THEN
            PERFORM simiao.reckon_medication_request(r), CASE WHEN is_new THEN simiao.reckon_price(r) END -- later no act changes it
            FROM simiao.medication_request r WHERE r.id = written;
        ELSIF name = 'encounter' AND is_new THEN
            PERFORM simiao.reckon_encounter(e) FROM simiao.encounter e WHERE e.id = written;
            visits := visits || CASE WHEN content ->> 'department' IS NOT NULL THEN ARRAY[content ->> 'id'] ELSE '{}' END;
        ELSIF name = 'appointment' THEN
            appointed := appointed || (content ->> 'encounter');
        ELSIF name = 'task' AND is_new THEN
            queued := queued || (content ->> 'encounter');
        ELSIF name = 'charge_item' THEN
            charged := charged || CASE content ->> 'kind' WHEN 'registration' THEN ARRAY[content ->> 'encounter'] ELSE '{}' END;
            PERFORM simiao.reckon_charge_item(c) FROM simiao.charge_item c WHERE c.id = written;
        ELSIF name = 'invoice' THEN
            PERFORM simiao.reckon_invoice(i) FROM simiao.invoice i WHERE i.id = written;
        ELSIF name = 'medication_dispense' THEN
            PERFORM simiao.reckon_medication_dispense(d) FROM simiao.medication_dispense d WHERE d.id = written;
        END IF;
    END LOOP;
    IF (places, visits, appointed, queued, charged) <> ('{}', '{}', '{}', '{}', '{}') THEN
        PERFORM simiao.reckon_places(places, visits, appointed, queued, charged);
    END IF;
    IF moves_lots THEN
        PERFORM simiao.reckon_lots(steps);
    END IF;
END $$;
