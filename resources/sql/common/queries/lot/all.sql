SELECT * FROM lot ORDER BY medication, expiry, lot_number
