SELECT * FROM charge_item c
WHERE c.encounter = :encounter
  AND NOT EXISTS (SELECT 1 FROM invoice_line l WHERE l.charge_item = c.id)
ORDER BY recorded_at, id
