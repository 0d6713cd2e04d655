# What the projects of a service item show: experience, and the capability and capacity to deliver the item.
package ciieval.lib.experience

import data.ciieval.lib.checks
import data.ciieval.lib.projects

# Own name for it: in Regorus 0.14.1 a function cannot see what its package imports once a rule of the
# package has been read from another one.
register := projects.register

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
stated_topics(service) := sort(projects.topics_in(service)) if {
	count(projects.topics_in(service)) > 0
} else := null

fact(name, service) := concat("", [name, "/services.", service])
