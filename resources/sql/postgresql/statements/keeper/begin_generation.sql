SELECT simiao.begin_generation(:event)
