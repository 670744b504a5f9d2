SELECT p.* FROM patient p
WHERE p.id IN (SELECT t.patient FROM organization o CROSS JOIN task t
               WHERE t.department = o.id AND t.day = :day AND t.status IN ('requested', 'in-progress'))
ORDER BY p.mrn
