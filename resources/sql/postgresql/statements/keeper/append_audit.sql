SELECT simiao.append_audit(:event, CAST(:event AS jsonb))
