SELECT place, receipt, workstation, horizon FROM changes_since(:since)
