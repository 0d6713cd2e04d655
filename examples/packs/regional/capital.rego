# What the region asks for beyond 6.2 b.
package regional.capital

import data.ciieval.basic.conditions
import data.ciieval.lib.checks
import data.ciieval.lib.outcomes

# METADATA
# title: Ownership, capital, accounting and legal record, regional
# description: What 6.2 b asks for, with a registered capital of at least 10 million yuan and an office in the region.
# custom:
#   clause: 6.2.b
#   mandatory: true
#   title_zh: 产权、注册资金、核算与守法情况（区域）
#   description_zh: 在 6.2 b 的基础上，注册资金不低于 1000 万元，并在本区域设有办公场所。
ownership_and_capital := outcomes.of(array.concat(standard_checks, [
	checks.at_least("regional.capital", "provider.registered_capital_yuan", object.get(input, ["provider", "registered_capital_yuan"], null), 10000000),
	checks.count_at_least("regional.office", "facilities", object.get(input, "facilities", null), offices, 1),
]))

standard_checks := conditions.ownership_and_legal_record.checks

offices := {facility.id |
	some facility in input.facilities
	facility.kind == "office"
	contains(facility.address, "江海市")
}
