SELECT DISTINCT endpoint FROM imaging_study WHERE endpoint <> '' ORDER BY endpoint
