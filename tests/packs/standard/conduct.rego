package tiny.conduct

import data.tiny.lib

# METADATA
# title: Accounting
# description: Raises where the accounting is dependent, as two values are given then.
# custom:
#   clause: 2.a
#   mandatory: true
#   title_zh: 核算
#   description_zh: 非独立核算时规则出错。
accounting := lib.of([{"fact": "provider.accounting", "path": "provider.accounting", "op": "==", "actual": input.provider.accounting, "expected": "independent", "ok": true}])

accounting := lib.of([]) if input.provider.accounting == "dependent"

# METADATA
# title: Legal form
# description: Undefined where the legal form is not given.
# custom:
#   clause: 2.b
#   mandatory: false
#   title_zh: 组织类型
#   description_zh: 未记录组织类型时规则无结果。
#   judgement: {zh: 类型。, en: The form.}
legal_form := lib.of([{"fact": "provider.legal_form", "path": "provider.legal_form", "op": "in", "actual": input.provider.legal_form, "expected": ["enterprise", "public_institution"], "ok": input.provider.legal_form != "other"}])

# METADATA
# title: Remote service
# description: Does not apply where remote service is declared absent.
# custom:
#   clause: 2.c
#   mandatory: false
#   title_zh: 远程服务
#   description_zh: 声明不涉及远程服务时不适用。
remote := {"status": "not_applicable", "checks": [{"fact": "absence.declared/absence_subjects.remote", "path": "absences[0]", "op": "absent", "actual": input.absences[0].reason, "expected": true, "ok": true}]} if input.absences[0].subject == "remote"
