-- In no month before the visit: a plan for each month of a hospital's years would take a hundred times as long as what is looked for.
SELECT * FROM charge_item c
WHERE c.encounter = :encounter AND c.id >= charges_from(:encounter)
  AND NOT EXISTS (SELECT 1 FROM invoice_line l WHERE l.charge_item = c.id AND l.charge_item >= charges_from(:encounter))
  AND NOT EXISTS (SELECT 1 FROM prescription p WHERE p.id = c.prescription AND p.status = 'cancelled')
ORDER BY recorded_at, id
