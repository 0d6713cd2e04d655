# What the agreements with clients leave open: tells silence from falling short.
package ciieval.lib.agreement_evidence

import data.ciieval.lib.agreements
import data.ciieval.lib.projects

register := agreements.register

examined_ids := projects.examined_ids

naming := agreements.naming

# Examined projects with an agreement of one of the kinds (a set) that lacks one of the keys; all of them
# where the dossier has no register of agreements. A project without any agreement is not among them:
# the register is complete.
silent_about(_, _) := examined_ids if register == null

silent_about(kinds, keys) := {id |
	some id in examined_ids
	some agreement in naming[id]
	agreement.kind in kinds
	some key in keys
	object.get(agreement, key, null) == null
} if {
	register != null
}
