//! What contradictions are looked for in: the entries of a dossier with their periods.

use serde_json::Value;

/// The day that a period without end lasts until.
pub const NEVER: &str = "9999-12-31";

/// The text under a key.
pub fn text<'e>(value: &'e Value, key: &str) -> Option<&'e str> {
    value.get(key)?.as_str()
}

/// The entries of the list under a key, with their numbers.
pub fn list<'e>(value: &'e Value, key: &str) -> impl Iterator<Item = (usize, &'e Value)> {
    let entries = value.get(key).and_then(Value::as_array);
    entries.into_iter().flatten().enumerate()
}

/// A number of a certificate, contract or person as it is compared: without spaces, in capital letters.
pub fn number(text: &str) -> String {
    let characters = text.chars().filter(|c| !c.is_whitespace());
    characters.flat_map(char::to_uppercase).collect()
}

/// A name as it is compared: spaces are one space, capital letters make no difference.
pub fn name(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// The reference date.
pub fn reference_date(evidence: &Value) -> &str {
    let date = evidence.pointer("/assessment/reference_date");
    date.and_then(Value::as_str).unwrap_or_default()
}

/// Days from the first to the last, both included, as `2026-01-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period<'e> {
    pub from: &'e str,
    pub until: &'e str,
}

impl<'e> Period<'e> {
    /// The period of an entry with `from` and `until`; without a last day it lasts until `open`.
    pub fn of(entry: &'e Value, open: &'e str) -> Option<Self> {
        let from = text(entry, "from")?;
        let until = text(entry, "until").unwrap_or(open);
        Some(Self { from, until })
    }

    /// Whether a day is one of its days.
    pub fn has(&self, day: &str) -> bool {
        self.from <= day && day <= self.until
    }

    /// Whether both have days in common. The day on which one ends and the other begins is a handover,
    /// and none, unless both are that one day.
    pub fn overlaps(&self, other: &Self) -> bool {
        let (first, last) = (self.from.max(other.from), self.until.min(other.until));
        let is_handover = first == last
            && (self.until == other.from || other.until == self.from)
            && self != other;
        first <= last && !is_handover
    }
}

/// The last day of a project: that of its abandonment, else the one it says, else none.
pub fn end_of_project(project: &Value) -> Option<&str> {
    let abandoned = project.pointer("/abandonment/date").and_then(Value::as_str);
    abandoned.or_else(|| text(project, "until"))
}

/// The employment of a person with the provider.
pub fn employment(person: &Value) -> Option<Period<'_>> {
    Period::of(person.get("employment")?, NEVER)
}

/// Somebody as messages name them: `name (id)`.
pub fn named(person: &Value) -> String {
    let (name, id) = (text(person, "name"), text(person, "id"));
    format!("{} ({})", name.unwrap_or_default(), id.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::Period;

    #[test]
    fn a_handover_on_one_day_is_no_overlap() {
        let period = |from, until| Period { from, until };
        let overlap = |a: (_, _), b: (_, _)| {
            let (a, b) = (period(a.0, a.1), period(b.0, b.1));
            assert_eq!(a.overlaps(&b), b.overlaps(&a));
            a.overlaps(&b)
        };
        assert!(!overlap(
            ("2025-01-01", "2025-01-31"),
            ("2025-02-01", "2025-03-01")
        ));
        assert!(!overlap(
            ("2025-01-01", "2025-02-01"),
            ("2025-02-01", "2025-03-01")
        ));
        assert!(overlap(
            ("2025-01-01", "2025-02-02"),
            ("2025-02-01", "2025-03-01")
        ));
        assert!(overlap(
            ("2025-02-01", "2025-02-01"),
            ("2025-02-01", "2025-02-01")
        ));
        assert!(overlap(
            ("2025-02-02", "2025-02-02"),
            ("2025-02-01", "2025-03-01")
        ));
    }
}
