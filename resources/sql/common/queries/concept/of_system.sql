SELECT * FROM concept WHERE system = :system ORDER BY code
