-- The numbers that it looks through are not shown to everybody: the server does, and says whom it found.
SELECT p.* FROM find_patients(:text, :limit) AS hit JOIN patient p ON p.id = hit.patient
ORDER BY hit.rank, p.name, p.birth_date, p.mrn
LIMIT :limit
