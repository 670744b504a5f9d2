SELECT CAST(CAST(sees_all(:what) AS int) AS bigint)
