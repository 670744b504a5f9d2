-- is_indexed: the columns that the trail is searched by say what the sealed event says.
SELECT sequence, event, previous, hash,
       act IS json_extract(event, '$.act') AND agent IS json_extract(event, '$.agent')
       AND patient IS json_extract(event, '$.patient') AND outcome IS json_extract(event, '$.outcome') AS is_indexed
FROM audit_event ORDER BY sequence
