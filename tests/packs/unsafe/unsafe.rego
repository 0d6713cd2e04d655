package unsafe

x if z == y + 1
