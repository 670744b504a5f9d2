-- Asked by who has waited for a lock in vain. A database that was not set up anew with this program has none.
SELECT clear_the_way()
