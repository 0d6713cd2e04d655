package ciieval.lib.counting

criteria["other"] := [data.test.other.certificate_criteria] if "other" in input.assessment.classes
