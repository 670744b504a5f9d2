-- No row: there is nothing to look at.
SELECT 'nothing' WHERE false
