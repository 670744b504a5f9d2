-- What each transaction begins with on a connection that a pooler lends: for whom it is, of which step her program, and the limits of a desk's session. Whoever
-- had the connection before may have left anything there, and has nothing of this.
SELECT set_config('simiao.session', :token, true), set_config('simiao.step', :step, true),
       set_config('search_path', 'simiao_api, pg_temp', true),
       set_config('statement_timeout', '30s', true), set_config('lock_timeout', '2s', true),
       set_config('idle_in_transaction_session_timeout', '30s', true)
