UPDATE slot SET booked = booked + 1, version = version + 1, recorded_at = :recorded_at
WHERE id = :id AND booked < capacity
