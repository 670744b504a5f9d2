SELECT simiao.append_audit(e, CAST(e AS jsonb)) FROM (SELECT CAST(:event AS text) AS e) AS given
