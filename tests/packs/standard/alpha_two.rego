package tiny.alpha_two

import data.tiny.lib

# METADATA
# title: Security services
# description: The provider is in security services.
# custom:
#   clause: 3.2.a
#   mandatory: false
#   title_zh: 网络安全服务
#   description_zh: 已开展网络安全服务。
since := lib.of([{"fact": "provider.since", "path": "provider.security_services_since", "op": "present", "actual": input.provider.security_services_since, "expected": true, "ok": true}])
