-- Everybody a clerk could mean by :text, the surest first: a number, the beginning of name, initials or pinyin, the tail of the
-- phone from 4 digits, a part inside the name. Each kind walks one index and stops at :limit, so a million people cost what ten do; the surest
-- :limit of them are chosen before a whole row is read.
SELECT p.* FROM patient p
JOIN (SELECT id, min(rank) AS rank FROM (
        SELECT id, 0 AS rank FROM patient WHERE mrn = :text
        UNION ALL
        SELECT id, 0 FROM patient WHERE identity_number = upper(:text) AND identity_number <> ''
        UNION ALL
        SELECT id, 1 FROM (SELECT id FROM patient WHERE name >= :text AND name < :text || char(1114111) ORDER BY name LIMIT :limit)
        UNION ALL
        SELECT id, 2 FROM (SELECT id FROM patient WHERE name_initials >= lower(:text) AND name_initials < lower(:text) || char(1114111) ORDER BY name_initials LIMIT :limit)
        UNION ALL
        SELECT id, 2 FROM (SELECT id FROM patient WHERE name_pinyin >= lower(:text) AND name_pinyin < lower(:text) || char(1114111) ORDER BY name_pinyin LIMIT :limit)
        UNION ALL
        SELECT id, 3 FROM (SELECT id FROM patient WHERE mrn >= :text AND mrn < :text || char(1114111) ORDER BY mrn LIMIT :limit)
        UNION ALL
        SELECT id, 3 FROM (SELECT id FROM patient WHERE length(:text) >= 4 AND phone <> '' AND substr(phone, -4) = substr(:text, -4) AND substr(phone, -length(:text)) = :text LIMIT :limit)
        UNION ALL
        SELECT id, 4 FROM (SELECT patient AS id FROM patient_name_part WHERE part >= :text AND part < :text || char(1114111) ORDER BY part LIMIT :limit)
      ) GROUP BY id ORDER BY rank, id LIMIT :limit) hit ON hit.id = p.id
ORDER BY hit.rank, p.name, p.birth_date, p.mrn
LIMIT :limit
