//! What is different between two JSON values, by key: entries of lists that have ids are compared with those of
//! the same id, so that one that is missing is told as such.

use serde_json::{Map, Value};

use super::model::{Difference, Kind};

/// Where a comparison stands.
#[derive(Clone, Debug, Default)]
struct Place {
    at: String,
    class: Option<String>,
    clause: Option<String>,
    key: String,
}

/// The differences of values that stand at `at` in the report.
pub fn values(at: &str, reported: &Value, evaluated: &Value) -> Vec<Difference> {
    let place = Place {
        at: at.to_owned(),
        ..Place::default()
    };
    let mut all = Vec::new();
    compare(&place, Some(reported), Some(evaluated), &mut all);
    all
}

fn compare(
    place: &Place,
    reported: Option<&Value>,
    evaluated: Option<&Value>,
    all: &mut Vec<Difference>,
) {
    match (reported, evaluated) {
        (Some(Value::Object(reported)), Some(Value::Object(evaluated))) => {
            objects(place, reported, evaluated, all);
        }
        (Some(Value::Array(reported)), Some(Value::Array(evaluated))) => {
            arrays(place, reported, evaluated, all);
        }
        (reported, evaluated) if reported == evaluated => {}
        (reported, evaluated) => all.push(place.difference(reported, evaluated)),
    }
}

fn objects(
    place: &Place,
    reported: &Map<String, Value>,
    evaluated: &Map<String, Value>,
    all: &mut Vec<Difference>,
) {
    for (key, value) in reported {
        compare(&place.key(key), Some(value), evaluated.get(key), all);
    }
    for (key, value) in evaluated {
        if !reported.contains_key(key) {
            compare(&place.key(key), None, Some(value), all);
        }
    }
}

fn arrays(place: &Place, reported: &[Value], evaluated: &[Value], all: &mut Vec<Difference>) {
    let (Some(theirs), Some(ours)) = (ids(reported), ids(evaluated)) else {
        for number in 0..reported.len().max(evaluated.len()) {
            let (value, other) = (reported.get(number), evaluated.get(number));
            compare(&place.entry(number, value.or(other)), value, other, all);
        }
        return;
    };
    for (number, (id, value)) in theirs.iter().zip(reported).enumerate() {
        let other = ours.iter().position(|other| other == id);
        let other = other.and_then(|other| evaluated.get(other));
        compare(&place.entry(number, Some(value)), Some(value), other, all);
    }
    for (id, value) in ours.iter().zip(evaluated) {
        if !theirs.contains(id) {
            let missing = place.entry(reported.len(), Some(value));
            compare(&missing, None, Some(value), all);
        }
    }
    let is_same_set = theirs.len() == ours.len() && theirs.iter().all(|id| ours.contains(id));
    if is_same_set && theirs != ours {
        let listed =
            |ids: &[&str]| Value::from(ids.iter().map(|id| Value::from(*id)).collect::<Vec<_>>());
        all.push(place.difference(Some(&listed(&theirs)), Some(&listed(&ours))));
    }
}

/// What tells the entries of a list apart; nothing where two are the same or one has no id.
fn ids(list: &[Value]) -> Option<Vec<&str>> {
    let ids: Option<Vec<&str>> = list.iter().map(id_of).collect();
    let ids = ids?;
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    sorted.dedup();
    (sorted.len() == ids.len()).then_some(ids)
}

fn id_of(value: &Value) -> Option<&str> {
    value.get("id").or_else(|| value.get("class"))?.as_str()
}

impl Place {
    fn key(&self, key: &str) -> Self {
        let token = key.replace('~', "~0").replace('/', "~1");
        Self {
            at: format!("{}/{token}", self.at),
            key: key.to_owned(),
            ..self.clone()
        }
    }

    /// An entry of the list that this is.
    fn entry(&self, number: usize, value: Option<&Value>) -> Self {
        let id = value.and_then(id_of).map(str::to_owned);
        let mut entry = Self {
            at: format!("{}/{number}", self.at),
            ..self.clone()
        };
        match self.key.as_str() {
            "evaluations" | "classes" => entry.class = id,
            "clauses" => entry.clause = id,
            _ => {}
        }
        entry
    }

    fn difference(&self, reported: Option<&Value>, evaluated: Option<&Value>) -> Difference {
        Difference {
            kind: Kind::Result,
            at: self.at.clone(),
            dossier: None,
            class: self.class.clone(),
            clause: self.clause.clone(),
            key: self.key.clone(),
            reported: reported.cloned(),
            evaluated: evaluated.cloned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn told(reported: &Value, evaluated: &Value) -> Vec<String> {
        let all = values("", reported, evaluated);
        let told = |it: &Difference| format!("{} {:?} {:?}", it.at, it.clause, it.key);
        all.iter().map(told).collect()
    }

    #[test]
    fn entries_with_ids_are_compared_by_them() {
        let one = json!({"clauses": [{"id": "a", "status": 1}, {"id": "c", "status": 1}]});
        let other = json!({"clauses": [{"id": "a", "status": 1}, {"id": "b", "status": 1}, {"id": "c", "status": 2}]});
        assert_eq!(
            told(&one, &other),
            [
                "/clauses/1/status Some(\"c\") \"status\"",
                "/clauses/2 Some(\"b\") \"clauses\"",
            ]
        );
        let turned = json!({"clauses": [{"id": "c", "status": 1}, {"id": "a", "status": 1}]});
        assert_eq!(told(&one, &turned), ["/clauses None \"clauses\""]);
        assert!(told(&one, &one).is_empty());
    }

    #[test]
    fn keys_are_written_as_pointers_have_them() {
        assert_eq!(
            told(&json!({"a/b~": 1}), &json!({})),
            ["/a~1b~0 None \"a/b~\""]
        );
    }
}
