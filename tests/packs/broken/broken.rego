package broken

x := {1,
