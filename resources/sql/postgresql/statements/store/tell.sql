SELECT tell_others()
