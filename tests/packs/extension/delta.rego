package extension.delta

# METADATA
# title: Enterprise
# description: The provider is an enterprise.
# custom:
#   clause: 6.1.a
#   mandatory: true
#   title_zh: 企业
#   description_zh: 服务机构为企业。
enterprise := {"status": "satisfied", "checks": [{"fact": "provider.legal_form", "path": "provider.legal_form", "op": "==", "actual": input.provider.legal_form, "expected": "enterprise", "ok": true}]} if input.provider.legal_form == "enterprise"
