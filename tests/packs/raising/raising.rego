package raising

# METADATA
# title: Two values
# description: Gives two values.
# custom:
#   clause: 1.d
#   mandatory: false
#   title_zh: 两个值
#   description_zh: 给出两个值。
two_values := 1 if input.provider.name

two_values := 2 if input.provider.name

# METADATA
# title: Clock
# description: Asks for the time zone of the machine.
# custom:
#   clause: 3.1.b
#   mandatory: false
#   title_zh: 时钟
#   description_zh: 读取本机时区。
clock := {"status": "satisfied", "checks": []} if time.clock([0, "Local"])[0] >= 0

# METADATA
# title: No outcome
# description: Gives a number.
# custom:
#   clause: 3.2.a
#   mandatory: false
#   title_zh: 非结果
#   description_zh: 给出数字。
number := 1
