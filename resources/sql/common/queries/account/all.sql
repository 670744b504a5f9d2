SELECT * FROM account ORDER BY login_name
