# People: who counts as own staff on the reference date, what they hold and what they have done.
package ciieval.lib.people

import data.ciieval.lib.dates
import data.vocabulary

# null where the dossier has no register of people.
register := object.get(input, "people", null)

by_id := {person.id: person | some person in input.people}

# Own people employed on the reference date: id to person. People of suppliers are not own.
current := {person.id: person |
	some person in input.people
	not person.supplier
	dates.valid(person.employment.from, person.employment, "until")
}

# Service personnel (服务人员): current people who hold a post that delivers services.
service_staff := {id: person |
	some id, person in current
	some post in person.posts
	vocabulary.posts[post].service
}

service_staff_ids := object.keys(service_staff)

# Technical and management people taken together (专业技术人员和管理人员).
technical_and_management := {person.id |
	some person in current
	some post in person.posts
	vocabulary.posts[post].staff in {"technical", "management"}
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

# Current people with a bachelor's degree or higher, obtained by the reference date.
graduates := {person.id |
	some person in current
	vocabulary.education_levels[person.education.level].rank >= vocabulary.education_levels.bachelor.rank
	object.get(person.education, "awarded_on", dates.reference) <= dates.reference
}

# Certificate group (see the vocabulary) to the service personnel who hold one valid on the reference date.
certified[group] contains id if {
	some id, person in service_staff
	some certificate in person.certificates
	dates.valid(certificate.valid_from, certificate, "valid_until")
	some group in vocabulary.certificates[certificate.kind].groups
}

# The same for certificates that are only claimed to be of the same level.
claimed_certified[group] contains id if {
	some id, person in service_staff
	some certificate in person.certificates
	dates.valid(certificate.valid_from, certificate, "valid_until")
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
taken_part[service][participation.person] contains participation.project if {
	some participation in participations
	some service in participation.services
}

participations contains {"person": member.person, "project": project.id, "services": project.services} if {
	some project in input.projects
	project.status in {"in_progress", "completed", "abandoned"}
	some member in project.team
	member.from <= min([object.get(project, "until", reference), reference])
}

participations contains {"person": person.id, "project": concat(" ", ["earlier:", earlier.name]), "services": earlier.services} if {
	some person in input.people
	some earlier in person.earlier_projects
	earlier.from <= dates.reference
}

# The people who took part in projects of a service item, each with those projects.
participants_in(service) := taken_part[service] if {
	taken_part[service]
} else := {}

# At least `years` years of work in cybersecurity.
has_security_years(person, years) if dates.lasted_years(object.get(person, "security_experience", []), years)

# At least `years` years of work in a service item.
has_service_years(person, service, years) if dates.lasted_years([period | some period in person.service_experience; period.service == service], years)

# Own name for it: in Regorus 0.14.1 a function cannot see what its package imports once a rule of the
# package has been read from another one.
reference := dates.reference

# Topics in which the person passed an assessment by the reference date.
passed_topics(person) := {topic |
	some assessment in person.assessments
	assessment.result == "passed"
	assessment.date <= reference
	some topic in assessment.topics
}

# The service personnel assigned to a service item: those who are entered as working in it, and those on the
# team of a running project of that item alone, so that nobody is left out by not being entered.
assigned[service] contains id if {
	some id, person in service_staff
	some service in person.services
}

assigned[service] contains member.person if {
	some project in input.projects
	project.status == "in_progress"
	count(project.services) == 1
	some service in project.services
	some member in project.team
	service_staff[member.person]
	dates.valid(member.from, member, "until")
}

assigned_to(service) := assigned[service] if {
	assigned[service]
} else := set()
