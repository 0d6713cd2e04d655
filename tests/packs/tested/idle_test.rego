package tested.idle_test

tests_nothing if true
