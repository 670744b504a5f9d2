SELECT simiao.end_transfer(:origin)
