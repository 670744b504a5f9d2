SELECT * FROM medication_statement WHERE patient = :patient ORDER BY effective_start DESC NULLS LAST, id
