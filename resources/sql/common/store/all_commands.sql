SELECT id, receipt, recorded_at, NULL AS row_hash FROM command ORDER BY id
