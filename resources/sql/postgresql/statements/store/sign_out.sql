SELECT sign_out(:token)
