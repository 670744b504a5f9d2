SELECT subject, account, name, name_en, workstation, activity FROM presence_of(:desk, :subjects, :token)
