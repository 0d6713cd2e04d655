# What the projects of a service item show: experience, and the capability and capacity to deliver the item.
package ciieval.lib.experience

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
register := projects.register

examined := projects.examined

reference := dates.reference

three_years_ago := dates.three_years_ago

# At least `number` projects of the item count as experience of the last three years.
projects_at_least(service, number) := checks.count_at_least(fact("project.experience", service), "projects", register, projects.experience_in(service), number)

# The item can be delivered: the deliverables of its counted projects, taken together, deal with the topics,
# and a project a year is carried out.
capability(service, topics) := [deals_with(service, topics), carried_out_yearly(service)]

# What deliverables deal with only indicates what the provider is able to do: an assessor may settle it.
deals_with(service, topics) := checks.judged(checks.covers(fact("project.deliverable_topics", service), "projects", stated_topics(service), topics))

# The capacity for a project a year shows in the last twelve months.
carried_out_yearly(service) := checks.count_at_least(fact("project.recent", service), "projects", register, projects.recent_in(service), 1)

# null where no deliverable of a counted project says what it deals with.
stated_topics(service) := sort(topics) if {
	topics := projects.topics_in(service)
	topics != set()
} else := null

fact(name, service) := concat("", [name, "/services.", service])

# No project of the item was abandoned in the last three years because a stage was not accepted or for the
# provider's own reasons. A project abandoned without a stated reason leaves the question open.
none_abandoned(service) := checks.missing(fact("project.abandoned", service), "projects", "none", []) if {
	count(abandoned_through_provider(service)) == 0
	count(abandoned_without_reason(service)) > 0
} else := checks.none(fact("project.abandoned", service), "projects", register, abandoned_through_provider(service))

# The day of abandonment counts: the last day of service may lie long before it or not be stated.
abandoned_through_provider(service) := {project.id |
	today := reference
	start := three_years_ago
	some project in input.projects
	service in project.services
	project.abandonment.reason in {"stage_acceptance_failed", "provider"}
	project.abandonment.date >= start
	project.abandonment.date <= today
}

abandoned_without_reason(service) := {project.id |
	some project in examined
	service in project.services
	project.status == "abandoned"
	not project.abandonment
}

# The provider has worked in cybersecurity, or in a service item, for at least `years` years.
provider_years(years) := checks.at_most("provider.security_services_since", "provider.security_services_since", not_before_established(object.get(input, ["provider", "security_services_since"], null)), dates.months_before(reference, 12 * years))

provider_service_years(service, years) := checks.at_most(fact("provider.service_since", service), "provider.services_since", not_before_established(first_day_in(service)), dates.months_before(reference, 12 * years))

# A provider cannot have served before it existed.
not_before_established(null) := null

not_before_established(day) := max([day, object.get(input, ["provider", "established_on"], day)]) if day != null

# null where the dossier does not say since when the provider has worked in the item.
first_day_in(service) := min(days) if {
	days := {entry.since | some entry in input.provider.services_since; entry.service == service}
	count(days) > 0
} else := null
