//! The same person under two ids: the same identity number, or the same name and day of birth where not both
//! have identity numbers.

use serde_json::Value;
use std::collections::HashMap;

use super::facts::{list, name, named, number, text};
use crate::observation::Observation;

pub fn find(evidence: &Value) -> Vec<Observation> {
    let mut by_number: HashMap<String, (usize, &Value)> = HashMap::new();
    let mut by_birth: HashMap<(String, &str), Vec<(usize, &Value)>> = HashMap::new();
    let mut found = Vec::new();
    for (index, person) in list(evidence, "people") {
        let identity = text(person, "identity_number").map(number);
        if let Some(identity) = &identity {
            if let Some(first) = by_number.get(identity) {
                found.push(same(
                    *first,
                    (index, person),
                    ("身份证件号码", "identity number"),
                ));
                continue;
            }
            by_number.insert(identity.clone(), (index, person));
        }
        let born = text(person, "born_on").zip(text(person, "name"));
        if let Some((born, called)) = born {
            let others = by_birth.entry((name(called), born)).or_default();
            let may_be = |(_, other): &&(usize, &Value)| {
                identity.is_none() || text(other, "identity_number").is_none()
            };
            if let Some(first) = others.iter().find(may_be) {
                let what = ("姓名和出生日期", "name and day of birth");
                found.push(same(*first, (index, person), what));
            }
            // One of each kind is enough to compare with: a long list of namesakes costs no square.
            if others
                .iter()
                .all(|(_, other)| text(other, "identity_number").is_none() != identity.is_none())
            {
                others.push((index, person));
            }
        }
    }
    found
}

fn same(first: (usize, &Value), second: (usize, &Value), what: (&str, &str)) -> Observation {
    let (a, b) = (named(first.1), named(second.1));
    Observation::new(
        "same_person",
        format!("{a} 与 {b} 的{}相同：同一人登记了两次。", what.0),
        format!(
            "{a} and {b} have the same {}: one person is listed twice.",
            what.1
        ),
        &[
            &format!("people[{}]", second.0),
            &format!("people[{}]", first.0),
        ],
    )
}
