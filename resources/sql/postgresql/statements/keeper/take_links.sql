SELECT simiao.take_links(:origin, :desk, :first, :lines)
