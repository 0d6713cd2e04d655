//! A member of a team, or a manager of a project, who was not employed then.

use serde_json::Value;
use std::collections::HashMap;

use super::facts::{Period, employment, end_of_project, list, named, reference_date, text};
use crate::observation::Observation;

pub fn find(evidence: &Value) -> Vec<Observation> {
    let today = reference_date(evidence);
    let people: HashMap<&str, (usize, &Value)> = list(evidence, "people")
        .filter_map(|(index, person)| Some((text(person, "id")?, (index, person))))
        .collect();
    // People of suppliers are not employed here, and who says nothing of it contradicts nothing.
    let employed = |id: Option<&str>| {
        let (index, person) = *people.get(id?)?;
        let own = person.get("supplier").is_none();
        Some((index, person, employment(person).filter(|_| own)?))
    };
    let mut found = Vec::new();
    for (index, project) in list(evidence, "projects") {
        let name = text(project, "name").unwrap_or_default();
        let end = end_of_project(project);
        for (member, entry) in list(project, "team") {
            let Some((person, who, employment)) = employed(text(entry, "person")) else {
                continue;
            };
            let from = text(entry, "from").unwrap_or_default();
            let until = text(entry, "until").or(end).unwrap_or(today).max(from);
            if employment.has(from) && employment.has(until) {
                continue;
            }
            let path = format!("projects[{index}].team[{member}]");
            found.push(not_employed(
                &path,
                (person, who),
                name,
                Period { from, until },
            ));
        }
        if let Some((person, who, employment)) = employed(text(project, "manager")) {
            let from = text(project, "from").unwrap_or_default();
            let until = end.unwrap_or(today).max(from);
            if employment.until < from || until < employment.from {
                let path = format!("projects[{index}].manager");
                found.push(not_employed(
                    &path,
                    (person, who),
                    name,
                    Period { from, until },
                ));
            }
        }
    }
    found
}

fn not_employed(path: &str, person: (usize, &Value), project: &str, in_it: Period) -> Observation {
    let (who, Period { from, until }) = (named(person.1), in_it);
    Observation::new(
        "not_employed_then",
        format!("{who} 于 {from} 至 {until} 参与项目“{project}”，但该时段不都在其任职期内。"),
        format!(
            "{who} worked in the project “{project}” from {from} to {until}, and was not employed for all of that time."
        ),
        &[path, &format!("people[{}].employment", person.0)],
    )
}
