-- What the log-ins of desks may: read the views, call the functions. Run as simiao_owner after the migrations and what is made behind them.
GRANT USAGE ON SCHEMA simiao_api TO simiao_desk;
--;;
GRANT SELECT ON ALL TABLES IN SCHEMA simiao_api TO simiao_desk;
--;;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA simiao FROM PUBLIC;
--;;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA simiao_api FROM PUBLIC;
--;;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA simiao_api TO simiao_desk;
