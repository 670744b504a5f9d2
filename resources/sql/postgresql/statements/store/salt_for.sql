SELECT salt_for(:login_name)
