SELECT name, source, taken FROM simiao.transfer ORDER BY name
