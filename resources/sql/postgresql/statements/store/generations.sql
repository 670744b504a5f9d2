SELECT id FROM generation ORDER BY begun DESC
