SELECT * FROM encounter e
WHERE e.id IN (SELECT o.encounter FROM open_charge o
               WHERE NOT EXISTS (SELECT 1 FROM prescription p WHERE p.id = o.prescription AND p.status = 'cancelled'))
ORDER BY period_start, visit_number
