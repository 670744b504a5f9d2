SELECT CAST(keep_presence(:desk, :leases, :seconds) AS int)
