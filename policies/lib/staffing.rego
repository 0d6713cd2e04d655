# Checks about service personnel as a whole.
package ciieval.lib.staffing

import data.ciieval.lib.checks
import data.ciieval.lib.people

service_staff_ids := people.service_staff_ids

# Every current service person meets a fact; about `unknown` the evidence is silent.
every_service_person(fact, met, unknown) := checks.every_one(fact, "people", service_staff_ids, met, unknown)
