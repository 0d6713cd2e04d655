# X.1 The first service item.
package NAME.first

import data.ciieval.lib.experience
import data.ciieval.lib.outcomes

# METADATA
# title: Projects of the last three years
# description: At least 2 projects of the item in the last three years.
# custom:
#   clause: X.1.a
#   mandatory: true
#   title_zh: 近三年项目经验
#   description_zh: 至少有 2 个近三年的本项项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time.
project_experience := outcomes.of([experience.projects_at_least("NAME.first", 2)])
