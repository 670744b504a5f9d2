SELECT settle_command(:command)
