# Whom the clauses of design and development count: the criteria of each of them (see lib/counting.rego).
# They are read by their full paths: of an imported package Regorus computes every rule, and the clauses
# themselves ask who counts.
package ciieval.development.counting

criteria := [
	data.ciieval.development.secure_development.experience_criteria,
	data.ciieval.development.secure_development.developer_criteria,
	data.ciieval.development.system_design.experience_criteria,
	data.ciieval.development.system_design.certificate_criteria,
]
