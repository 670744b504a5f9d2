UPDATE lot SET reserved = reserved + :quantity, version = version + 1, recorded_at = :recorded_at
WHERE id = :id AND :quantity > 0 AND on_hand - reserved >= :quantity
