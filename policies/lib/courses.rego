# Courses offered to clients, by service item. One whose first day is not stated may be offered: where it would make
# the difference the evidence is silent.
package ciieval.lib.courses

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.experience

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# null where the dossier has no register of courses.
register := object.get(input, "courses", null)

# Service item to the courses offered by the reference date.
offered[service] contains course if {
	some course in input.courses
	course.available_from <= reference
	some service in course.services
}

# The ones that do not say since when.
undated[service] contains course if {
	some course in input.courses
	not course.available_from
	some service in course.services
}

undated_in(service) := undated[service] if {
	undated[service]
} else := set()

# An index without entries is undefined in Regorus: look-ups fall back by `else`, not by `object.get`.
offered_in(service) := offered[service] if {
	offered[service]
} else := set()

# The item can be taught: courses of the item are offered, which taken together teach the topics, and a project
# a year is carried out.
offering(service, topics) := [are_offered(service), teach(service, topics), experience.carried_out_yearly(service)]

are_offered(service) := checks.count_at_least_or_open(
	course_fact("course.offered", service), "courses", register,
	{course.id | some course in offered_in(service)},
	{course.id | some course in undated_in(service)},
	1,
)

# Topics only indicate what is taught and how well it suits: an assessor may settle it.
teach(service, topics) := checks.judged(checks.covers(course_fact("course.topics", service), "courses", known(service, "topics", topics), topics))

have_formats(service, formats) := checks.covers(course_fact("course.formats", service), "courses", known(service, "formats", formats), formats)

# The courses of the item, taken together, address at least `number` different audiences.
address_audiences(service, number) := checks.count_at_least(course_fact("course.audiences", service), "courses", known_audiences(service, number), listed(offered_in(service), "audiences"), number)

# null where those offered address too few, but more may be addressed.
known_audiences(service, number) := null if {
	count(listed(offered_in(service), "audiences")) < number
	silent_about(service, "audiences")
} else := null if {
	count(listed(offered_in(service), "audiences")) < number
	count(listed(possible_in(service), "audiences")) >= number
} else := register

# What the courses offered list under the key; null where what they lack may be what a course does not say, or what
# one lists that may be offered.
known(service, key, expected) := null if {
	count(unlisted(expected, offered_in(service), key)) > 0
	silent_about(service, key)
} else := null if {
	count(unlisted(expected, offered_in(service), key)) > 0
	count(unlisted(expected, possible_in(service), key)) == 0
} else := sort(listed(offered_in(service), key))

# No course is offered at all, or one of those that are, or may be, says nothing.
silent_about(service, _) if count(offered_in(service)) == 0

silent_about(service, key) if {
	some course in possible_in(service)
	not key in object.keys(course)
}

possible_in(service) := offered_in(service) | undated_in(service)

unlisted(expected, list, key) := {value | some value in expected} - listed(list, key)

# `object.get`: rego-cpp takes the key of `course[key]` for a new variable there.
listed(list, key) := {value |
	some course in list
	values := object.get(course, key, [])
	some value in values
}

course_fact(name, service) := concat("", [name, "/services.", service])
