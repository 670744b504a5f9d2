CREATE TABLE later (id uuid PRIMARY KEY);
