SELECT settle_command(:id)
