# On-duty schemes of a service item: the patterns of attendance that are supported, and how soon events are
# detected and answered under them.
package ciieval.lib.duty_schemes

import data.ciieval.lib.checks
import data.ciieval.lib.dates

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# null where the dossier has no register of on-duty schemes.
register := object.get(input, "duty_schemes", null)

# The patterns named (5×8, 7×8, 7×24) are all supported on site, and events are detected and answered in
# minutes, that is within 60, under every on-site scheme.
attended(service) := [
	on_site_patterns(service),
	checks.at_most(item_fact("duty.detection_minutes", service), "duty_schemes", slowest(service, "detection_minutes"), 60),
	checks.at_most(item_fact("duty.response_minutes", service), "duty_schemes", slowest(service, "response_minutes"), 60),
]

on_site_patterns(service) := checks.covers(item_fact("duty.patterns", service), "duty_schemes", supported(service), ["5x8", "7x8", "7x24"])

# Schemes in force on the reference date.
schemes_in_force := {scheme.id: scheme |
	some scheme in input.duty_schemes
	scheme.effective_from <= reference
	object.get(scheme, "effective_until", reference) >= reference
}

# Those that do not say since when they are in force.
undated_schemes := {scheme.id: scheme |
	some scheme in input.duty_schemes
	dates.may_be_valid(scheme, "effective_from", "effective_until")
}

on_site_schemes(service) := [scheme |
	some scheme in schemes_in_force
	scheme.onsite == true
	service in scheme.services
]

# null where no scheme is registered, or where those support the rest that do not say whether they are on site or
# since when they are in force.
supported(service) := null if {
	register == null
} else := sort(patterns) if {
	patterns := on_site_pattern_set(service)
	count({"5x8", "7x8", "7x24"} - patterns) == 0
} else := null if {
	count(({"5x8", "7x8", "7x24"} - on_site_pattern_set(service)) - open_pattern_set(service)) == 0
} else := sort(on_site_pattern_set(service))

on_site_pattern_set(service) := {pattern |
	some scheme in on_site_schemes(service)
	some pattern in scheme.patterns
}

open_pattern_set(service) := {pattern |
	some scheme in uncertain_schemes(service)
	some pattern in scheme.patterns
}

# The longest time measured by the reference date under the on-site schemes. null where none was measured, or
# where those that were leave the question open: one was not measured, or does not say whether it is on site or in force.
slowest(service, key) := max(times) if {
	times := measured_times(service, key)
	count(times) > 0
	enough_measured(times, service, key)
} else := null

enough_measured(times, _, _) if max(times) > 60

enough_measured(times, service, key) if {
	count(times) == count(on_site_schemes(service))
	count(open_schemes(service, key)) == 0
}

# Schemes that would exceed the limit, or may, if they are on site and in force, which they do not say.
open_schemes(service, key) := [scheme |
	some scheme in uncertain_schemes(service)
	not within_limit(scheme, key)
]

within_limit(scheme, key) if {
	scheme.measured_on <= reference
	object.get(scheme, key, 61) <= 60
}

# Schemes that may be on site and in force, but do not say the one or the other.
uncertain_schemes(service) := [scheme |
	some scheme in object.union(schemes_in_force, undated_schemes)
	service in scheme.services
	uncertain(scheme)
]

uncertain(scheme) if not "onsite" in object.keys(scheme)

uncertain(scheme) if {
	scheme.onsite
	not "effective_from" in object.keys(scheme)
}

measured_times(service, key) := [minutes |
	some scheme in on_site_schemes(service)
	scheme.measured_on <= reference
	minutes := object.get(scheme, key, null)
	minutes != null
]

item_fact(name, service) := concat("", [name, "/services.", service])
