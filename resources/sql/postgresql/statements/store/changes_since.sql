SELECT place, receipt, workstation, horizon, clock_timestamp() AS clock FROM changes_since(:since)
