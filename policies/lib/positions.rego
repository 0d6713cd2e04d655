# Posts as the provider lays them down in writing.
package ciieval.lib.positions

import data.ciieval.lib.checks
import data.ciieval.lib.people

# Own names: reading rules of the package itself is faster.
holders := people.holders

# null where the dossier has no register of posts.
register := object.get(input, "positions", null)

# The posts of service personnel that somebody holds.
service_posts_held := {post | some post in people.service_posts; holders[post]}

# For each of the posts something non-empty is laid down under the key (duties, confidentiality requirements).
all_have(fact, posts, key) := checks.every_one(fact, "positions", posts, posts_with(key), posts_silent_about(posts, key))

posts_with(key) := {position.post | some position in input.positions; count(position[key]) > 0}

# Posts about which the register does not say it: a post that is not in the register has nothing laid down.
posts_silent_about(posts, _) := posts if register == null

posts_silent_about(posts, key) := {position.post |
	some position in input.positions
	position.post in posts
	not key in object.keys(position)
} if {
	register != null
}
