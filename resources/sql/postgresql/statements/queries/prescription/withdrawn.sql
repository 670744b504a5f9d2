SELECT r.* FROM prescriptions_withdrawn(:signed_since, :since) AS hit (id) JOIN prescription r ON r.id = hit.id
ORDER BY r.recorded_at, r.number
