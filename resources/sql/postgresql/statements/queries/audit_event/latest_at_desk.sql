-- Asked before anybody signs in: times and ids of them, and nothing else.
SELECT sequence, event, position, NULL AS row_hash FROM latest_at_desk(:workstation, :limit)
