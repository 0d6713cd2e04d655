# Whom the clauses of each class count: class to the lists of criteria (see personnel.rego) by which its clauses
# count people. The limit on reuse (reuse.rego) is laid on the people these find, so a clause that counts people
# of a class must stand here. Only the classes applied for are looked at. A pack with a class of its own adds an
# entry in a file of this package.
package ciieval.lib.counting

import data.ciieval.confrontation.counting as confrontation
import data.ciieval.consulting.counting as consulting
import data.ciieval.development.counting as development
import data.ciieval.protection.counting as protection
import data.ciieval.response.counting as response
import data.ciieval.training.counting as training

criteria["consulting"] := consulting.criteria if "consulting" in input.assessment.classes

criteria["training"] := training.criteria if "training" in input.assessment.classes

criteria["development"] := development.criteria if "development" in input.assessment.classes

criteria["protection"] := protection.criteria if "protection" in input.assessment.classes

criteria["confrontation"] := confrontation.criteria if "confrontation" in input.assessment.classes

criteria["response"] := response.criteria if "response" in input.assessment.classes
