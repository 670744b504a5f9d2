-- From the beginning of name, initials or pinyin; MRN and identity number whole; the tail of the phone from 4 digits.
-- :text is lower case for initials and pinyin, upper case for the identity number, by the statement itself.
SELECT * FROM patient
WHERE (name >= :text AND name < :text || char(1114111))
   OR (name_initials >= lower(:text) AND name_initials < lower(:text) || char(1114111))
   OR (name_pinyin >= lower(:text) AND name_pinyin < lower(:text) || char(1114111))
   OR mrn = :text
   OR identity_number = upper(:text)
   OR (length(:text) >= 4 AND substr(phone, -length(:text)) = :text)
ORDER BY name, birth_date, mrn
LIMIT :limit
