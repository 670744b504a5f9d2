SELECT * FROM medication ORDER BY code
