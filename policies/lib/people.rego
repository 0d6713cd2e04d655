# People: who counts as own staff on the reference date, what they hold and what they have done.
package ciieval.lib.people

import data.ciieval.lib.dates
import data.vocabulary

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# null where the dossier has no register of people.
register := object.get(input, "people", null)

by_id := {person.id: person | some person in input.people}

# Own people employed on the reference date: id to person. People of suppliers are not own.
current := {person.id: person |
	today := reference
	some person in input.people
	not person.supplier
	person.employment.from <= today
	object.get(person, ["employment", "until"], today) >= today
}

# Posts that deliver services, and those of technical and management people.
service_posts contains post if {
	some post, entry in vocabulary.posts
	entry.service
}

technical_and_management_posts contains post if {
	some post, entry in vocabulary.posts
	entry.staff in {"technical", "management"}
}

# Service personnel (服务人员): current people who hold a post that delivers services.
service_staff := {id: person |
	some id, person in current
	some post in person.posts
	post in service_posts
}

service_staff_ids := object.keys(service_staff)

# Technical and management people taken together (专业技术人员和管理人员).
technical_and_management := {person.id |
	some person in current
	some post in person.posts
	post in technical_and_management_posts
}

# Post to the ids of the current people who hold it.
holders[post] contains id if {
	some id, person in current
	some post in person.posts
}

# An index without entries is undefined in Regorus: look-ups fall back by `else`, not by `object.get`.
holders_of(post) := holders[post] if {
	holders[post]
} else := set()

# Levels of education from a bachelor's degree upwards.
degrees contains level if {
	bachelor := vocabulary.education_levels.bachelor.rank
	some level, entry in vocabulary.education_levels
	entry.rank >= bachelor
}

# Current people with a bachelor's degree or higher, obtained by the reference date.
graduates := {person.id |
	today := reference
	some person in current
	person.education.level in degrees
	object.get(person, ["education", "awarded_on"], today) <= today
}

# Service personnel to their certificates that are valid on the reference date.
valid_certificates[id] contains certificate if {
	today := reference
	some id, person in service_staff
	some certificate in person.certificates
	certificate.valid_from <= today
	object.get(certificate, "valid_until", today) >= today
}

# Certificate group (see the vocabulary) to the service personnel who hold one valid on the reference date.
certified[group] contains id if {
	some id, held in valid_certificates
	some certificate in held
	some group in certificates[certificate.kind].groups
}

certificates := vocabulary.certificates

# The same for certificates that are only claimed to be of the same level.
claimed_certified[group] contains id if {
	some id, held in valid_certificates
	some certificate in held
	group := certificate.claimed_equivalent_to
}

certified_in(group) := certified[group] if {
	certified[group]
} else := set()

claimed_certified_in(group) := claimed_certified[group] if {
	claimed_certified[group]
} else := set()

# Service item to person to the projects of that item they took part in, here or with earlier employers,
# begun by the reference date. Somebody entered in a team after the last day of service took no part.
taken_part[service][member.person] contains project.id if {
	some project in begun_projects
	some member in project.team
	member.from <= project.last_day
	some service in project.services
}

taken_part[service][person.id] contains concat(" ", ["earlier:", earlier.name]) if {
	today := reference
	some person in input.people
	some earlier in person.earlier_projects
	earlier.from <= today
	some service in earlier.services
}

begun_projects := [object.union(project, {"last_day": min([object.get(project, "until", today), today])}) |
	today := reference
	some project in input.projects
	project.status in {"in_progress", "completed", "abandoned"}
]

# Whoever took part in a project of any item.
project_members := {member.person |
	some project in begun_projects
	some member in project.team
	member.from <= project.last_day
} | {person.id |
	today := reference
	some person in input.people
	some earlier in person.earlier_projects
	earlier.from <= today
}

# The people who took part in projects of a service item, each with those projects.
participants_in(service) := taken_part[service] if {
	taken_part[service]
} else := {}

# At least `years` years of work in cybersecurity.
has_security_years(person, years) if dates.lasted_years(object.get(person, "security_experience", []), years)

# The service personnel assigned to a service item: those who are entered as working in it, and those on the
# team of a running project of that item alone, so that nobody is left out by not being entered.
assigned[service] contains id if {
	some id, person in service_staff
	some service in person.services
}

assigned[service] contains member.person if {
	today := reference
	some project in input.projects
	project.status == "in_progress"
	count(project.services) == 1
	some service in project.services
	some member in project.team
	service_staff[member.person]
	member.from <= today
	object.get(member, "until", today) >= today
}

assigned_to(service) := assigned[service] if {
	assigned[service]
} else := set()
