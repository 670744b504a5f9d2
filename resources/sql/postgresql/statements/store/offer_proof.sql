SELECT offer_proof(:login_name, :desk, :token, :proof)
