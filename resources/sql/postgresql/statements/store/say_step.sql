-- Which step the program of this connection is of: what later ones have added to rows is not shown to it.
SELECT set_config('simiao.step', CAST(:step AS text), false)
