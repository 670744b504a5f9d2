-- The whole number stands in the index: somebody who types a long number (an MRN, say) is not made to wait for the rows of
-- everybody whose phone ends alike.
DROP INDEX patient_phone_tail
--;;
CREATE INDEX patient_phone_tail ON patient (substr(phone, -4), phone) WHERE phone <> ''
--;;
