//! A clause by the id that somebody writes: `8.1.d`, `8.1 d`, `8.1d` or `8.1.D`.

use crate::pack::{Clause, Pack};

/// How far a known id may be from the one asked for to be taken for what was meant.
const NEAR: usize = 2;

/// The clause that is meant.
///
/// # Errors
/// That there is none, with what may have been meant.
pub fn find<'p>(pack: &'p Pack, asked: &str) -> Result<&'p Clause, String> {
    let wanted = parts(asked);
    let clauses = || pack.catalogue.clauses.values();
    if let Some(clause) = clauses().find(|clause| parts(clause.id.as_str()) == wanted) {
        return Ok(clause);
    }
    let within: Vec<&str> = clauses()
        .map(|clause| clause.id.as_str())
        .filter(|id| !wanted.is_empty() && parts(id).starts_with(&wanted))
        .collect();
    if let (Some(first), Some(last)) = (within.first(), within.last()) {
        return Err(format!(
            "`{asked}` is no clause but has {} of them, from {first} to {last}: name one",
            within.len()
        ));
    }
    let elsewhere = pack.catalogue.classes.iter().find_map(|class| {
        let external = class.external.as_ref()?;
        wanted
            .starts_with(&parts(&class.clause))
            .then_some((class, external))
    });
    if let Some((class, external)) = elsewhere {
        return Err(format!(
            "{} ({}) is evaluated by {}, and no rule here decides it",
            class.clause, class.title.en, external.standard
        ));
    }
    let written = wanted.join(".");
    let nearest = clauses()
        .map(|clause| {
            (
                strsim::damerau_levenshtein(&written, clause.id.as_str()),
                clause,
            )
        })
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance <= NEAR)
        .map_or_else(
            || ":".to_owned(),
            |(_, clause)| format!(", did you mean `{}` ({})?", clause.id, clause.title.en),
        );
    Err(format!(
        "there is no clause `{asked}`{nearest} `ciieval catalog` lists all"
    ))
}

/// The numbers and words of an id, in lower case, whatever stands between them.
fn parts(id: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut last = None;
    for c in id.chars() {
        let kind = match c {
            '0'..='9' => Some(true),
            c if c.is_alphabetic() || c == '_' || c == '-' => Some(false),
            _ => None,
        };
        if let Some(is_number) = kind {
            match parts.last_mut().filter(|_| last == Some(is_number)) {
                Some(part) => part.extend(c.to_lowercase()),
                None => parts.push(c.to_lowercase().collect()),
            }
        }
        last = kind;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn an_id_is_the_same_however_it_is_written() {
        for id in ["8.1.d", "8.1 d", "8.1d", "8.1.D", " 8.1. d)"] {
            assert_eq!(parts(id), ["8", "1", "d"], "{id}");
        }
        assert_ne!(parts("8.11.a"), parts("8.1.1a"));
    }
}
