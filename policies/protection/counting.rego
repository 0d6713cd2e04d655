# Whom the clauses of security protection count: the criteria of each of them (see lib/counting.rego).
# They are read by their full paths: of an imported package Regorus computes every rule, and the clauses
# themselves ask who counts.
package ciieval.protection.counting

criteria := [
	data.ciieval.protection.asset_discovery.experience_criteria,
	data.ciieval.protection.asset_discovery.certificate_criteria,
	data.ciieval.protection.audit.experience_criteria,
	data.ciieval.protection.audit.certificate_criteria,
	data.ciieval.protection.baseline_check.experience_criteria,
	data.ciieval.protection.baseline_check.certificate_criteria,
	data.ciieval.protection.control_validation.experience_criteria,
	data.ciieval.protection.control_validation.certificate_criteria,
	data.ciieval.protection.exposure_detection.experience_criteria,
	data.ciieval.protection.exposure_detection.certificate_criteria,
	data.ciieval.protection.hardening.experience_criteria,
	data.ciieval.protection.hardening.certificate_criteria,
	data.ciieval.protection.integration.experience_criteria,
	data.ciieval.protection.integration.certificate_criteria,
	data.ciieval.protection.operations.experience_criteria,
	data.ciieval.protection.operations.certificate_criteria,
	data.ciieval.protection.source_code_testing.experience_criteria,
	data.ciieval.protection.source_code_testing.certificate_criteria,
]
