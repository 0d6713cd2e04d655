//! Which clauses are listed.

use super::Row;
use super::row::Named;
use crate::pack::Pack;
use crate::text::{Text, nearest};

/// What the clauses that are listed have in common; without any of it all are.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Classes, by id: those that a clause is evaluated for include one of them.
    pub classes: Vec<String>,
    /// Terms, by id or number in the standard: a clause counts in one of them.
    pub terms: Vec<String>,
    /// Mandatory clauses only.
    pub mandatory: bool,
    /// Clauses with something that an assessor judges only.
    pub judgement: bool,
    /// Clauses on which the standard differs with itself only.
    pub differs: bool,
    /// Texts that all stand somewhere in what is said of a clause, in whichever language and case.
    pub search: Vec<String>,
}

impl Selection {
    /// What is asked for and the pack does not have.
    ///
    /// # Errors
    /// An unknown class or term, with those that there are.
    pub fn check(&self, pack: &Pack) -> Result<(), String> {
        let classes: Vec<&str> = pack
            .catalogue
            .classes
            .iter()
            .map(|class| class.id.as_str())
            .collect();
        let terms = &pack.catalogue.terms;
        let ids: Vec<&str> = terms.iter().map(|term| term.id.as_str()).collect();
        for class in &self.classes {
            if !classes.contains(&class.as_str()) {
                return Err(unknown("class", class, &classes));
            }
        }
        for term in &self.terms {
            if !terms
                .iter()
                .any(|known| known.id == *term || known.clause == *term)
            {
                return Err(unknown("term", term, &ids));
            }
        }
        Ok(())
    }

    /// Whether a clause is listed.
    #[must_use]
    pub fn has(&self, row: &Row) -> bool {
        let of_class = |class: &Named| self.classes.contains(&class.id);
        let of_term =
            |term: &Named| self.terms.contains(&term.id) || self.terms.contains(&term.clause);
        let said = if self.search.is_empty() {
            String::new()
        } else {
            said(row).to_lowercase()
        };
        (self.classes.is_empty() || row.classes.iter().any(of_class))
            && (self.terms.is_empty() || row.counts.iter().any(|counts| of_term(&counts.term)))
            && (!self.mandatory || row.mandatory)
            && (!self.judgement || row.judgement.is_some())
            && (!self.differs || row.differs.is_some())
            && self
                .search
                .iter()
                .all(|text| said.contains(&text.to_lowercase()))
    }
}

fn unknown(what: &str, asked: &str, known: &[&str]) -> String {
    let nearest = nearest(asked, known.iter().copied())
        .map(|near| format!("; did you mean `{near}`?"))
        .unwrap_or_default();
    let known: Vec<String> = known.iter().map(|id| format!("`{id}`")).collect();
    format!(
        "there is no {what} `{asked}`; there is {}{nearest}",
        known.join(", ")
    )
}

/// All that is said of a clause, in both languages.
fn said(row: &Row) -> String {
    let notes = [&row.reading, &row.differs, &row.judgement];
    let texts = [&row.title, &row.description]
        .into_iter()
        .chain(notes.into_iter().flatten());
    let words = row.evidence.words.iter().flat_map(|words| &words.words);
    let named = words.map(|word| format!("{} {}", word.id, both(&word.title)));
    let parts = row
        .evidence
        .parts
        .iter()
        .map(|part| format!("{} {}", part.name, both(&part.title)));
    let lines: Vec<String> = std::iter::once(row.id.clone())
        .chain(texts.map(both))
        .chain(parts)
        .chain(named)
        .collect();
    lines.join("\n")
}

fn both(text: &Text) -> String {
    format!("{}\n{}", text.zh, text.en)
}
