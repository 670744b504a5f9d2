-- As the common one; what PostgreSQL calls otherwise.
SELECT p.* FROM patient p
JOIN (SELECT id, min(rank) AS rank FROM (
        SELECT id, 0 AS rank FROM patient WHERE mrn = :text
        UNION ALL
        SELECT id, 0 FROM patient WHERE identity_number = upper(:text) AND identity_number <> ''
        UNION ALL
        (SELECT id, 1 FROM patient WHERE name >= :text AND name < :text || chr(1114111) ORDER BY name LIMIT :limit)
        UNION ALL
        (SELECT id, 2 FROM patient WHERE name_initials >= lower(:text) AND name_initials < lower(:text) || chr(1114111) ORDER BY name_initials LIMIT :limit)
        UNION ALL
        (SELECT id, 2 FROM patient WHERE name_pinyin >= lower(:text) AND name_pinyin < lower(:text) || chr(1114111) ORDER BY name_pinyin LIMIT :limit)
        UNION ALL
        (SELECT id, 3 FROM patient WHERE mrn >= :text AND mrn < :text || chr(1114111) ORDER BY mrn LIMIT :limit)
        UNION ALL
        (SELECT id, 3 FROM patient WHERE length(:text) >= 4 AND phone <> '' AND "right"(phone, 4) = "right"(:text, 4) AND "right"(phone, length(:text)) = :text LIMIT :limit)
        UNION ALL
        (SELECT patient, 4 FROM patient_name_part WHERE part >= :text AND part < :text || chr(1114111) ORDER BY part LIMIT :limit)
      ) AS kinds GROUP BY id ORDER BY rank, id LIMIT :limit) AS hit ON hit.id = p.id
ORDER BY hit.rank, p.name, p.birth_date, p.mrn
LIMIT :limit
