SELECT receipt_of(:id)
