package tested.unread

nobody := 1
