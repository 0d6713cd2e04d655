//! The SARIF 2.1.0 format, which code scanning and editors read: rules from the pack's annotations, and a
//! result for every clause that falls short, with file and line.
//!
//! GitHub makes an alert of every result whatever its `kind`, so clauses that count are no results unless
//! asked for; the properties of the run list them with every verdict and score. It shows no notifications
//! either, and closes alerts that are gone: so what could not be evaluated is a result too.

mod model;
mod results;
mod rules;
mod uri;
mod writer;

use serde::{Deserialize, Serialize};
use std::io;
use std::sync::Arc;

use super::format::{Format, Fragment, Writer};
use super::json;
use super::model::{DossierReport, Head};
use crate::dossier::Places;
use crate::pack::Pack;
use crate::text::Language;
use results::Results;
use rules::Numbers;
use writer::SarifWriter;

/// The format with its options.
#[derive(Clone, Debug)]
pub struct Sarif {
    pack: Arc<Pack>,
    head: Head,
    rules: Arc<Numbers>,
    language: Language,
    all: bool,
}

/// What a dossier adds: JSON texts for the parts of the run.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Added {
    results: Vec<String>,
    artifacts: Vec<String>,
    notifications: Vec<String>,
    evaluations: Vec<String>,
    elsewhere: Vec<String>,
}

impl Sarif {
    /// A report whose texts are in `language`, with clauses that count as passes where `all` is asked for.
    #[must_use]
    pub fn new(pack: Arc<Pack>, language: Language, all: bool) -> Self {
        let rules = Arc::new(Numbers::new(&pack));
        Self {
            head: Head::new(&pack),
            pack,
            rules,
            language,
            all,
        }
    }

    /// The same, saying by what, against what and how it was evaluated.
    #[must_use]
    pub fn under(mut self, head: &Head) -> Self {
        self.head = head.clone();
        self
    }
}

impl Format for Sarif {
    fn render(&self, dossier: &DossierReport, places: &Places) -> io::Result<Fragment> {
        let results = Results::new(&self.pack, &self.rules, self.language, dossier, places);
        Ok(Fragment {
            body: serde_json::to_string(&results.added(self.all)?)?,
            ..Fragment::default()
        })
    }

    fn needs_places(&self) -> bool {
        true
    }

    fn writer(&self) -> Box<dyn Writer> {
        Box::new(SarifWriter::new(
            Arc::clone(&self.pack),
            self.head.clone(),
            self.language,
        ))
    }
}

/// The JSON texts of values.
fn texts<T: Serialize>(values: impl IntoIterator<Item = T>) -> io::Result<Vec<String>> {
    values
        .into_iter()
        .map(|value| json::compact(&value))
        .collect()
}
