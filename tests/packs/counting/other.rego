package test.other

import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel

# METADATA
# title: Certified service personnel
# description: At least one service person holds a valid CISP certificate.
# custom:
#   clause: 9.8.1.a
#   mandatory: false
#   title_zh: 持证服务人员
#   description_zh: 至少 1 名服务人员持有有效的 CISP 证书。
certified_people := outcomes.of(personnel.enough_people("other", 1, certificate_criteria))

certificate_criteria := [personnel.holds_certificate("cisp")]
