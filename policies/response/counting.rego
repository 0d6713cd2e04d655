# Whom the clauses of incident response count: the criteria of each of them (see lib/counting.rego).
# They are read by their full paths: of an imported package Regorus computes every rule, and the clauses
# themselves ask who counts.
package ciieval.response.counting

criteria := [
	data.ciieval.response.emergency_drill.experience_criteria,
	data.ciieval.response.emergency_drill.certificate_criteria,
	data.ciieval.response.forensics.experience_criteria,
	data.ciieval.response.forensics.certificate_criteria,
	data.ciieval.response.incident_handling.experience_criteria,
	data.ciieval.response.incident_handling.certificate_criteria,
	data.ciieval.response.malware_analysis.experience_criteria,
	data.ciieval.response.malware_analysis.certificate_criteria,
]
