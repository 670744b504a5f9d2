SELECT g.id, l.system, l.timeline FROM generation g CROSS JOIN server_life() l ORDER BY g.begun DESC LIMIT 1
