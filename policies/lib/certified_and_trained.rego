# What chapter 9 asks for in 9.6.1 d and 9.6.2 d beyond Appendix C: the people with a CISP certificate are trained
# in CII protection as well. Appendix C decides, so this is shown and settles nothing.
package ciieval.lib.certified_and_trained

import data.ciieval.lib.checks
import data.ciieval.lib.personnel

# How many people are both, and how many are trained. Certificates claimed to be of the same level are not counted.
people(class, number) := [
	checks.informative(personnel.enough(class, number, [personnel.holds_certificate("cisp"), personnel.trained("cii_protection")])),
	personnel.detail(class, number, personnel.trained("cii_protection")),
]
