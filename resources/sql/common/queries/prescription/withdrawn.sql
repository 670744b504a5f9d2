SELECT * FROM prescription WHERE status = 'cancelled' AND authored_on >= :signed_since AND recorded_at >= :since ORDER BY recorded_at, number
