SELECT * FROM encounter e
WHERE EXISTS (SELECT 1 FROM charge_item c
              WHERE c.encounter = e.id
                AND NOT EXISTS (SELECT 1 FROM invoice_line l WHERE l.charge_item = c.id)
                AND NOT EXISTS (SELECT 1 FROM prescription p WHERE p.id = c.prescription AND p.status = 'cancelled'))
ORDER BY period_start, visit_number
