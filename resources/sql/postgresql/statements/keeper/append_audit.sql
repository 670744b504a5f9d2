SELECT simiao.append_audit(:event)
