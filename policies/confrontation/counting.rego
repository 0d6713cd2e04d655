# Whom the clauses of technical confrontation count: the criteria of each of them (see lib/counting.rego).
# They are read by their full paths: of an imported package Regorus computes every rule, and the clauses
# themselves ask who counts.
package ciieval.confrontation.counting

criteria := [
	data.ciieval.confrontation.attack_defense_contest.experience_criteria,
	data.ciieval.confrontation.attack_defense_contest.certificate_criteria,
	data.ciieval.confrontation.attack_defense_drill.experience_criteria,
	data.ciieval.confrontation.attack_defense_drill.certificate_criteria,
	data.ciieval.confrontation.early_warning.experience_criteria,
	data.ciieval.confrontation.early_warning.certificate_criteria,
	data.ciieval.confrontation.key_period_assurance.experience_criteria,
	data.ciieval.confrontation.key_period_assurance.certificate_criteria,
	data.ciieval.confrontation.log_analysis.experience_criteria,
	data.ciieval.confrontation.log_analysis.certificate_criteria,
	data.ciieval.confrontation.managed_security.experience_criteria,
	data.ciieval.confrontation.managed_security.certificate_criteria,
	data.ciieval.confrontation.monitoring.experience_criteria,
	data.ciieval.confrontation.monitoring.certificate_criteria,
	data.ciieval.confrontation.threat_intelligence.experience_criteria,
	data.ciieval.confrontation.threat_intelligence.certificate_criteria,
]
