INSERT INTO command (id, receipt, recorded_at) VALUES (:id, :receipt, :recorded_at)
