//! A person who works full time in two projects at once.

use serde_json::Value;
use std::collections::HashMap;

use super::facts::{NEVER, Period, end_of_project, list, named, text};
use crate::observation::Observation;

struct Work<'e> {
    period: Period<'e>,
    path: String,
    project: usize,
    name: &'e str,
}

pub fn find(evidence: &Value) -> Vec<Observation> {
    let mut by_person: HashMap<&str, Vec<Work>> = HashMap::new();
    for (index, project) in list(evidence, "projects") {
        let end = end_of_project(project).unwrap_or(NEVER);
        for (member, entry) in list(project, "team") {
            let is_full_time = entry.get("full_time") == Some(&Value::Bool(true));
            let person = text(entry, "person").filter(|_| is_full_time);
            let Some((person, period)) = person.zip(Period::of(entry, end)) else {
                continue;
            };
            by_person.entry(person).or_default().push(Work {
                period,
                path: format!("projects[{index}].team[{member}]"),
                project: index,
                name: text(project, "name").unwrap_or_default(),
            });
        }
    }
    let mut found = Vec::new();
    for (_, person) in list(evidence, "people") {
        let works = text(person, "id").and_then(|id| by_person.remove(id));
        let mut works = works.unwrap_or_default();
        works.sort_by(|a, b| (a.period, a.project).cmp(&(b.period, b.project)));
        let mut longest: Option<Work> = None;
        for work in works {
            if let Some(other) = &longest
                && other.project != work.project
                && other.period.overlaps(&work.period)
            {
                found.push(twice(person, other, &work));
            }
            if longest
                .as_ref()
                .is_none_or(|it| it.period.until < work.period.until)
            {
                longest = Some(work);
            }
        }
    }
    found
}

fn twice(person: &Value, a: &Work, b: &Work) -> Observation {
    let (who, a_name, b_name) = (named(person), a.name, b.name);
    let (first, last) = (
        a.period.from.max(b.period.from),
        a.period.until.min(b.period.until),
    );
    let (zh, en) = if last == NEVER {
        (format!("{first} 起"), format!("from {first} on"))
    } else {
        (
            format!("{first} 至 {last}"),
            format!("from {first} to {last}"),
        )
    };
    Observation::new(
        "full_time_twice",
        format!("{who} {zh}同时全职投入“{a_name}”和“{b_name}”。"),
        format!("{who} works full time in “{a_name}” and in “{b_name}” {en}."),
        &[&b.path, &a.path],
    )
}
