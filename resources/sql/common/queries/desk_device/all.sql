SELECT * FROM desk_device ORDER BY workstation, role
