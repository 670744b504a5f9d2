UPDATE lot SET on_hand = on_hand - :quantity, reserved = reserved - :quantity,
               version = version + 1, recorded_at = :recorded_at
WHERE id = :id AND :quantity > 0 AND on_hand >= :quantity AND reserved >= :quantity
