//! A project that ended before it began, or began before the provider existed. That its last day is before
//! its first is an error of the dossier already; here is what the other dates say.

use serde_json::Value;

use super::facts::{list, text};
use crate::observation::Observation;

pub fn find(evidence: &Value) -> Vec<Observation> {
    let established = evidence.pointer("/provider/established_on");
    let established = established.and_then(Value::as_str);
    let mut found = Vec::new();
    for (index, project) in list(evidence, "projects") {
        let Some(from) = text(project, "from") else {
            continue;
        };
        let name = text(project, "name").unwrap_or_default();
        let began = format!("projects[{index}].from");
        let abandoned = project.pointer("/abandonment/date").and_then(Value::as_str);
        if let Some(end) = abandoned.filter(|end| *end < from) {
            found.push(Observation::new(
                "project_ended_before_it_began",
                format!("项目“{name}”于 {from} 开始，却于 {end} 已废止。"),
                format!("the project “{name}” began on {from} and was abandoned on {end}."),
                &[&began, &format!("projects[{index}].abandonment.date")],
            ));
        }
        if let Some(day) = established.filter(|day| from < *day) {
            found.push(Observation::new(
                "project_before_provider",
                format!("项目“{name}”于 {from} 开始，而服务机构于 {day} 才成立。"),
                format!("the project “{name}” began on {from}, and the provider was established on {day}."),
                &[&began, "provider.established_on"],
            ));
        }
    }
    found
}
