SELECT CAST(sign_in(:login_name, :desk, :token, :proof) AS text)
