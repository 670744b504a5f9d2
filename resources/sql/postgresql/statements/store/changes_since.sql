SELECT receipts, now_seen, clock_timestamp() AS clock FROM changes_since(:seen)
