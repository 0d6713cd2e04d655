package tiny.alpha

import data.tiny.lib

# METADATA
# title: Established
# description: Established before the reference date.
# custom:
#   clause: 3.1.a
#   mandatory: false
#   title_zh: 成立日期
#   description_zh: 在基准日前成立。
established := lib.of([{"fact": "provider.established", "path": "provider.established_on", "op": "<=", "actual": input.provider.established_on, "expected": input.assessment.reference_date, "ok": input.provider.established_on <= input.assessment.reference_date}])

# METADATA
# title: Investors
# description: Ownership is not in dispute.
# custom:
#   clause: 3.1.b
#   mandatory: false
#   title_zh: 产权
#   description_zh: 无产权纠纷。
disputes := lib.of([{"fact": "provider.disputes", "path": "provider.ownership_disputes", "op": "none", "actual": input.provider.ownership_disputes, "expected": [], "ok": count(input.provider.ownership_disputes) == 0}])
