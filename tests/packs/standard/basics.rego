package tiny.basics

import data.tiny.lib

# METADATA
# title: Registered capital
# description: At least five million yuan.
# custom:
#   clause: 1.a
#   mandatory: true
#   title_zh: 注册资金
#   description_zh: 不少于五百万元。
capital := {"status": "no_evidence", "checks": [{"fact": "provider.capital", "path": "provider.registered_capital_yuan", "op": ">=", "actual": null, "expected": 5000000, "ok": false, "missing": true}]} if not input.provider.registered_capital_yuan

capital := lib.of([{"fact": "provider.capital", "path": "provider.registered_capital_yuan", "op": ">=", "actual": input.provider.registered_capital_yuan, "expected": 5000000, "ok": input.provider.registered_capital_yuan >= 5000000}])

# METADATA
# title: Staff policy
# description: A policy for the posts, which an assessor judges.
# custom:
#   clause: 1.b
#   mandatory: false
#   title_zh: 人员制度
#   description_zh: 岗位制度，由评价人员判断。
#   judgement: {zh: 是否完备。, en: Whether it is complete.}
policy := lib.of([{"fact": "document.posts/document_kinds.policy.of.staff", "path": "positions", "op": "covers", "actual": posts, "expected": ["engineer", "archivist"], "ok": count(lacking) == 0, "judgement": true, "lacking": sort(lacking)}])

posts := [position.post | some position in input.positions]

lacking := {post | some post in ["engineer", "archivist"]; not post in posts}

# METADATA
# title: People
# description: Everybody's nationality is recorded, and there are two people at least.
# custom:
#   clause: 1.c
#   mandatory: false
#   title_zh: 人员
#   description_zh: 至少两人且均记录国籍。
#   judgement: {zh: 是否合适。, en: Whether they suit.}
people := lib.of([
	{"fact": "people.nationality", "path": "people", "op": "all", "actual": count(known), "expected": count(everybody), "ok": count(everybody - known) == 0, "judgement": true, "failing": sort(everybody - known)},
	{"fact": "people.number", "path": "people", "op": ">=", "actual": count(everybody), "expected": 2, "ok": count(everybody) >= 2},
])

everybody := {person.id | some person in input.people}

known := {person.id | some person in input.people; person.nationality}

# METADATA
# title: Name
# description: The provider has a name.
# custom:
#   clause: 1.d
#   mandatory: false
#   title_zh: 名称
#   description_zh: 服务机构有名称。
name := lib.of([{"fact": "provider.name", "path": "provider.name", "op": "present", "actual": input.provider.name, "expected": true, "ok": true}])
