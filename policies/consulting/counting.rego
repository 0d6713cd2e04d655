# Whom the clauses of security consulting count: the criteria of each of them (see lib/counting.rego).
# They are read by their full paths: of an imported package Regorus computes every rule, and the clauses
# themselves ask who counts.
package ciieval.consulting.counting

criteria := [
	data.ciieval.consulting.classified_protection.experience_criteria,
	data.ciieval.consulting.classified_protection.certificate_criteria,
	data.ciieval.consulting.cryptography.experience_criteria,
	data.ciieval.consulting.cryptography.certificate_criteria,
	data.ciieval.consulting.data_security.experience_criteria,
	data.ciieval.consulting.data_security.certificate_criteria,
	data.ciieval.consulting.design.experience_criteria,
	data.ciieval.consulting.design.certificate_criteria,
	data.ciieval.consulting.management_system.experience_criteria,
	data.ciieval.consulting.management_system.certificate_criteria,
	data.ciieval.consulting.planning.experience_criteria,
	data.ciieval.consulting.planning.certificate_criteria,
	data.ciieval.consulting.supervision.experience_criteria,
	data.ciieval.consulting.supervision.certificate_criteria,
]
