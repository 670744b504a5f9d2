SELECT id FROM generation
