SELECT CAST(sign_in(:token) AS text)
