# How far the holders of posts changed.
package ciieval.lib.workforce

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.people

# Own names: reading rules of the package itself is faster.
reference := dates.reference

one_year_ago := dates.one_year_ago

# Own people who held one of the posts (a set) and left in the last twelve months, compared with those who
# stayed and those who left. Shown only: no clause gives a number for stable staff (人员稳定).
turnover(posts) := checks.informative(checks.present("people.turnover", "people", turnover_percent(stayed(posts), left(posts))))

turnover_percent(remaining, gone) := checks.percent_up(count(gone), count(remaining | gone)) if count(remaining | gone) > 0

turnover_percent(remaining, gone) := null if count(remaining | gone) == 0

stayed(posts) := {id |
	some post in posts
	some id in people.holders_of(post)
}

left(posts) := {id |
	some post in posts
	some id in object.get(leavers, post, set())
}

# Post to the own people who held it and left in the last twelve months.
leavers[post] contains person.id if {
	today := reference
	start := one_year_ago
	some person in input.people
	not person.supplier
	person.employment.until >= start
	person.employment.until < today
	some post in person.posts
}
