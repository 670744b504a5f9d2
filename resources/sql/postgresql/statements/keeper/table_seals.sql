SELECT name, held, hash FROM simiao.table_seals()
