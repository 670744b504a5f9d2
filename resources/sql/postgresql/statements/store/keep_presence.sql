SELECT CAST(keep_presence(:desk, :leases, :seconds, :token) AS int)
