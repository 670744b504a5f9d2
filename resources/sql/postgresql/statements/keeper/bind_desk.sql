INSERT INTO simiao.desk_login (login, workstation) VALUES (:login, :workstation) ON CONFLICT (login, workstation) DO NOTHING
