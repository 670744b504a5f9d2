DROP TABLE library;
