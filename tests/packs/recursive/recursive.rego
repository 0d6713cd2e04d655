package recursive

endless(n) := again(n + 1)

again(n) := endless(n)
