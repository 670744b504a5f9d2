SELECT simiao.take_rows(:origin, :target, :first, :lines)
