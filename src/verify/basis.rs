//! Whether program, packs, scheme and options are those that a report names.

use serde_json::Value;

use super::compare;
use super::model::{Difference, Kind};

/// What is different at the head of a report from what it is worked out with.
pub fn differences(reported: &Value, evaluated: &Value) -> Vec<Difference> {
    let mut all: Vec<Difference> = Vec::new();
    let (theirs, ours) = (packs(reported), packs(evaluated));
    // Packs by their ids: each is told once, and not key by key.
    for (id, pack) in &theirs {
        let other = ours.iter().find(|(other, _)| other == id);
        let other = other.map(|(_, other)| *other);
        if other != Some(pack) {
            all.push(difference(id, Some(pack), other));
        }
    }
    let added = ours
        .iter()
        .filter(|(id, _)| !theirs.iter().any(|(other, _)| other == id));
    all.extend(added.map(|(id, pack)| difference(id, None, Some(pack))));
    let order = |packs: &[(&str, &Value)]| -> Vec<String> {
        packs.iter().map(|(id, _)| (*id).to_owned()).collect()
    };
    if all.is_empty() && order(&theirs) != order(&ours) {
        let (theirs, ours) = (Value::from(order(&theirs)), Value::from(order(&ours)));
        all.push(difference("packs", Some(&theirs), Some(&ours)));
    }
    let rest = compare::values("", reported, evaluated);
    all.extend(rest.into_iter().filter_map(|found| {
        let top = found.at.split('/').nth(1).unwrap_or_default();
        let kind = match top {
            // Told above; `pack` repeats the first of them.
            "packs" | "pack" => return None,
            "tool" => Kind::Tool,
            "scheme" => Kind::Scheme,
            "options" if found.key == "scheme" => Kind::Scheme,
            _ => Kind::Options,
        };
        Some(Difference { kind, ..found })
    }));
    all
}

fn packs(head: &Value) -> Vec<(&str, &Value)> {
    let packs = head.get("packs").and_then(Value::as_array);
    let packs = packs.into_iter().flatten();
    packs
        .map(|pack| {
            let id = pack.get("id").and_then(Value::as_str).unwrap_or_default();
            (id, pack)
        })
        .collect()
}

fn difference(id: &str, reported: Option<&Value>, evaluated: Option<&Value>) -> Difference {
    Difference {
        kind: Kind::Pack,
        at: "/packs".to_owned(),
        dossier: None,
        class: None,
        clause: None,
        key: id.to_owned(),
        reported: reported.cloned(),
        evaluated: evaluated.cloned(),
    }
}
