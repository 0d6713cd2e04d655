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
# title: Trace
# description: Gets at a forbidden builtin under another name.
# custom:
#   clause: 3.1.b
#   mandatory: false
#   title_zh: 追踪
#   description_zh: 以别名调用被禁止的内置函数。
trace_of := {"status": "satisfied", "checks": []} if upper("a") == "A" with upper as trace

# METADATA
# title: No outcome
# description: Gives a number.
# custom:
#   clause: 3.2.a
#   mandatory: false
#   title_zh: 非结果
#   description_zh: 给出数字。
number := 1
