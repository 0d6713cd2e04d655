# Clauses that apply only where something happened.
package ciieval.lib.conditions

import data.ciieval.lib.outcomes

# The clause does not apply where the facts themselves (`shown`, checks) are all there and show that it did
# not happen; otherwise only where the dossier declares it absent.
unless_shown_absent(shown, _, _, _) := outcomes.not_applicable(shown) if outcomes.status(shown) == "satisfied"

unless_shown_absent(shown, subject, contradictions, list) := outcomes.unless_absent(subject, contradictions, list) if outcomes.status(shown) != "satisfied"
