SELECT * FROM desk_device WHERE workstation = :workstation ORDER BY role
