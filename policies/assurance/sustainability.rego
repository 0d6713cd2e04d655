# 8.12 Sustainable development: strategy and investment, improvement of the management system, research.
package ciieval.assurance.sustainability

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.documents
import data.ciieval.lib.follow_up
import data.ciieval.lib.outcomes

# Own names: reading rules of the package itself is faster.
reference := dates.reference

one_year_ago := dates.one_year_ago

three_years_ago := dates.three_years_ago

# METADATA
# title: Strategic plan and investment
# description: A strategic plan is in force, and the provider invested in its own development in each of the last two calendar years.
# custom:
#   clause: 8.12.a
#   mandatory: false
#   title_zh: 战略规划与持续投入
#   description_zh: 战略规划经批准且现行有效，最近两个完整年度均有自身建设投入。
#   reading:
#     zh: 持续投入按评价基准日所在年度之前的两个日历年均有金额大于零的投入计；当年投入不计入也不要求。
#     en: Continuing investment means a positive amount in each of the two calendar years before the year of the reference date; the current year is neither counted nor asked for.
strategic_plan_and_investment := outcomes.of([
	documents.is_in_force("strategic_plan"),
	checks.covers("strategy.investment_years", "strategy.investments", investment_years, [current_year - 2, current_year - 1]),
])

current_year := to_number(substring(reference, 0, 4))

investments := object.get(input, ["strategy", "investments"], null)

investment_years := null if investments == null

investment_years := sort({investment.year |
	some investment in input.strategy.investments
	investment.amount_yuan > 0
	investment.year <= current_year
}) if {
	investments != null
}

# METADATA
# title: Management review, improvement and goals
# description: The management system is reviewed every year and improved, and goals for the medium and the long term are set and making progress.
# custom:
#   clause: 8.12.b
#   mandatory: false
#   title_zh: 管理评审、持续改进与目标
#   description_zh: 每年评审管理体系并落实改进措施；设定中期和远期目标并取得进展。
#   judgement:
#     zh: 管理要求和质量管理能力是否随改进和目标实现而逐步提升。
#     en: Whether improvements and goals reached raise the demands of management and the quality of its work.
#   reading:
#     zh: 定期按近十二个月内至少一次管理评审计；近三年的评审须至少提出一项改进（均未提出而有评审未说明的，视为未提供证据），各项改进已完成或尚未到期；中期、远期目标各至少一个，每个目标至少有一条评价基准日前（含当日）的进展记录。
#     en: Regularly means at least one management review in the last twelve months. The reviews of the last three years decided at least one improvement (where none did, a review that does not say keeps the question open), and each is done or not yet due. At least one goal each for the medium and the long term, every goal with progress recorded by the reference date.
improvement_and_goals := outcomes.of([
	checks.count_at_least("quality.recent_management_reviews", "quality.management_reviews", reviews_register, recent_reviews, 1),
	checks.judged(checks.count_at_least_or_open("quality.reviews_with_improvements", "quality.management_reviews", reviews_register, improving_reviews, reviews_open, 1)),
	checks.every_one("quality.reviews_with_improvements_settled", "quality.management_reviews", object.keys(reviews), carried_out, carrying_out_unknown),
	checks.count_at_least("strategy.medium_term_goals", "strategy.goals", goals_register, goals_of("medium_term"), 1),
	checks.count_at_least("strategy.long_term_goals", "strategy.goals", goals_register, goals_of("long_term"), 1),
	checks.judged(checks.every_one("strategy.goals_with_progress", "strategy.goals", object.keys(goals), progressing, progress_unknown)),
])

reviews_register := object.get(input, ["quality", "management_reviews"], null)

# Management reviews of the last three years, by their place in the dossier.
reviews[path] := review if {
	some index, review in input.quality.management_reviews
	review.date >= three_years_ago
	review.date <= reference
	path := sprintf("quality.management_reviews[%d]", [index])
}

recent_reviews contains path if {
	some path, review in reviews
	review.date >= one_year_ago
}

improving_reviews contains path if {
	some path, review in reviews
	count(review.improvements) > 0
}

# Reviews that do not say what they decided.
reviews_open contains path if {
	some path, review in reviews
	not review.improvements
}

carried_out contains path if {
	some path, review in reviews
	review.improvements
	follow_up.all_settled(review.improvements, "done_on")
}

carrying_out_unknown contains path if {
	some path, review in reviews
	not review.improvements
}

carrying_out_unknown contains path if {
	some path, review in reviews
	follow_up.undecided(review.improvements, "done_on")
}

goals_register := object.get(input, ["strategy", "goals"], null)

# Goals set by the reference date, by their place in the dossier.
goals[path] := goal if {
	some index, goal in input.strategy.goals
	object.get(goal, "set_on", reference) <= reference
	path := sprintf("strategy.goals[%d]", [index])
}

goals_of(horizon) := object.keys({path: goal |
	some path, goal in goals
	goal.horizon == horizon
})

progressing contains path if {
	some path, goal in goals
	some entry in goal.progress
	entry.date <= reference
}

progress_unknown contains path if {
	some path, goal in goals
	not goal.progress
}

# METADATA
# title: Research into new technology
# description: In the last three years the provider did research into new technologies and applications, with results that were put into practice.
# custom:
#   clause: 8.12.c
#   mandatory: false
#   title_zh: 新技术跟踪与专项研究
#   description_zh: 近三年开展了跟踪新技术、新应用的专项课题，取得成果并用于实践。
#   judgement:
#     zh: 服务能力是否与当前技术和业务发展保持同步和先进。
#     en: Whether the services keep up with the present state of technology and business.
#   reading:
#     zh: 近三年内在研的专项课题至少一项，且至少一项同时记录了所跟踪的新技术新应用、成果和实践应用。三者任一明确为空的课题不符合；没有符合的课题而另有课题未说明的，视为未提供证据。
#     en: At least one research topic was under way in the last three years, and at least one of those states the new technologies or applications followed, its results, and where they were put into practice. A topic that states of one of these that there is none does not; where no topic does, one that leaves something unsaid keeps the question open.
research := outcomes.of([
	checks.count_at_least("strategy.research_topics", "strategy.research", research_register, object.keys(topics), 1),
	checks.judged(checks.count_at_least_or_open("strategy.research_put_into_practice", "strategy.research", research_register, put_into_practice, practice_open, 1)),
])

research_register := object.get(input, ["strategy", "research"], null)

# Research topics under way in the last three years, by their place in the dossier.
topics[path] := topic if {
	some index, topic in input.strategy.research
	topic.from <= reference
	object.get(topic, "until", three_years_ago) >= three_years_ago
	path := sprintf("strategy.research[%d]", [index])
}

put_into_practice contains path if {
	some path, topic in topics
	every part in evidence_of_practice { count(topic[part]) > 0 }
}

evidence_of_practice := ["technologies", "results", "applied_in"]

# Topics that leave something unsaid, and state of nothing that there is none.
practice_open contains path if {
	some path, topic in topics
	every part in evidence_of_practice { object.get(topic, part, null) != [] }
}
