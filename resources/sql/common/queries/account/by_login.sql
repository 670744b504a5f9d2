SELECT * FROM account WHERE login_name = :login_name
