# Whom the clauses of education and training services count: the criteria of each of them (see lib/counting.rego).
# They are read by their full paths: of an imported package Regorus computes every rule, and the clauses
# themselves ask who counts.
package ciieval.training.counting

criteria := [
	data.ciieval.training.awareness.certificate_criteria,
	data.ciieval.training.compliance.experience_criteria,
	data.ciieval.training.compliance.certificate_criteria,
	data.ciieval.training.skills.experience_criteria,
	data.ciieval.training.skills.certificate_criteria,
	data.ciieval.training.technology.experience_criteria,
	data.ciieval.training.technology.certificate_criteria,
]
