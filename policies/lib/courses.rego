# Courses offered to clients, by service item. One whose first day is not stated is not shown to be offered.
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

# An index without entries is undefined in Regorus: look-ups fall back by `else`, not by `object.get`.
offered_in(service) := offered[service] if {
	offered[service]
} else := set()

# The item can be taught: courses of the item are offered, which taken together teach the topics, and a project
# a year is carried out.
offering(service, topics) := [are_offered(service), teach(service, topics), experience.carried_out_yearly(service)]

are_offered(service) := checks.count_at_least(course_fact("course.offered", service), "courses", register, {course.id | some course in offered_in(service)}, 1)

# Topics only indicate what is taught and how well it suits: an assessor may settle it.
teach(service, topics) := checks.judged(checks.covers(course_fact("course.topics", service), "courses", listed(service, "topics"), topics))

have_formats(service, formats) := checks.covers(course_fact("course.formats", service), "courses", listed(service, "formats"), formats)

# The courses of the item, taken together, address at least `number` different audiences.
address_audiences(service, number) := checks.count_at_least(course_fact("course.audiences", service), "courses", audiences, audiences, number) if {
	audiences := listed(service, "audiences")
}

# Everything that courses of the item list under the key, null where none lists anything. `object.get`: rego-cpp
# takes the key of `course[key]` for a new variable there.
listed(service, key) := sort(found) if {
	found := {value |
		some course in offered_in(service)
		values := object.get(course, key, [])
		some value in values
	}
	count(found) > 0
} else := null

course_fact(name, service) := concat("", [name, "/services.", service])
