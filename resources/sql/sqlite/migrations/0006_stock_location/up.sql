-- Where a lot lies: a room, a shelf, a drawer. A column that comes later is optional.
ALTER TABLE lot ADD COLUMN location TEXT;
