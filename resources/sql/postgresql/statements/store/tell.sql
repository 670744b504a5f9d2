SELECT tell_others(:since)
