SELECT r.* FROM prescriptions_in_status(:status) AS hit (id) JOIN prescription r ON r.id = hit.id ORDER BY r.authored_on NULLS FIRST, r.number
