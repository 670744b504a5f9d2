SELECT places, receipts, horizon, clock_timestamp() AS clock FROM changes_since(:since)
