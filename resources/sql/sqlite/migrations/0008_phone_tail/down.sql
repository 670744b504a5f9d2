DROP INDEX patient_phone_tail
--;;
CREATE INDEX patient_phone_tail ON patient (substr(phone, -4)) WHERE phone <> ''
--;;
