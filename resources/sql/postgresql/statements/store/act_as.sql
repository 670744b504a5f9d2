-- Whom the statements of this connection are asked for; the token of a session, or nothing.
SELECT set_config('simiao.session', :token, false)
