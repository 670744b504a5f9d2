SELECT simiao.take_site(:site)
