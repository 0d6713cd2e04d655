//! A certificate of somebody who is not on the staff on the reference date, whom the dossier counts all the
//! same, or of whom it says neither that they are employed nor by whom else.

use serde_json::Value;

use super::facts::{employment, list, named, reference_date, text};
use crate::observation::Observation;

pub fn find(evidence: &Value) -> Vec<Observation> {
    let today = reference_date(evidence);
    let people = list(evidence, "people");
    people
        .filter_map(|(index, person)| {
            list(person, "certificates").next()?;
            let holder = format!("people[{index}]");
            let certificates = format!("{holder}.certificates");
            let counts = list(person, "counted_for").next().is_some();
            let who = named(person);
            let (zh, en, other) = match (text(person, "supplier"), employment(person)) {
                (None, None) => (
                    "未写明其在本机构任职，也未写明所属供应商".to_owned(),
                    "the dossier says neither that they are employed nor by which supplier".to_owned(),
                    holder,
                ),
                (Some(supplier), _) if counts => (
                    format!("属于供应商 {supplier}，却计入本机构"),
                    format!("they belong to the supplier {supplier} and are counted all the same"),
                    format!("{holder}.supplier"),
                ),
                (None, Some(period)) if counts && !period.has(today) => (
                    format!("基准日 {today} 不在任职期内，却计入本机构"),
                    format!("they are not employed on the reference date {today} and are counted all the same"),
                    format!("{holder}.employment"),
                ),
                _ => return None,
            };
            Some(Observation::new(
                "certificate_of_no_staff",
                format!("{who} 持有证书，但{zh}。"),
                format!("{who} holds certificates, and {en}."),
                &[&certificates, &other],
            ))
        })
        .collect()
}
