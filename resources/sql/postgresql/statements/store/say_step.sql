-- Which step the program of this connection is of: what later ones have added to rows is not shown to it. Answers of which the server is.
SELECT coalesce(max(number), 0), set_config('simiao.step', CAST(:step AS text), false) FROM schema_version
