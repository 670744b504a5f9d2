-- is_indexed: the columns that the trail is searched by say what the sealed event says.
SELECT sequence, event, previous, hash,
       CASE WHEN (act, agent, patient, outcome) IS NOT DISTINCT FROM
                 (CAST(event AS json) ->> 'act', CAST(event AS json) ->> 'agent', CAST(event AS json) ->> 'patient',
                  CAST(event AS json) ->> 'outcome') THEN 1 ELSE 0 END AS is_indexed,
       workstation
FROM audit_event ORDER BY workstation, sequence
