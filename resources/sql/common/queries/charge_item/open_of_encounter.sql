SELECT * FROM charge_item c
WHERE c.encounter = :encounter
  AND NOT EXISTS (SELECT 1 FROM invoice_line l WHERE l.charge_item = c.id)
  AND NOT EXISTS (SELECT 1 FROM prescription p WHERE p.id = c.prescription AND p.status = 'cancelled')
ORDER BY recorded_at, id
