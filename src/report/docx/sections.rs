//! The sections of a report, numbered: those with nothing in them are left out.

use serde::Serialize;

use crate::report::form::Texts;
use crate::report::view::dossier::DossierView;
use crate::report::view::phrase::Phrase;
use crate::text::Language;

/// The sections; `None` for those that are left out.
#[derive(Debug, Serialize)]
pub struct Sections {
    pub parties: Section,
    pub course: Section,
    pub weights: Section,
    pub values: Section,
    pub results: Section,
    pub findings: Option<Section>,
    pub external: Option<Section>,
    pub reuse: Option<Section>,
    pub opinions: Section,
    pub scope: Section,
    pub signatures: Section,
    pub clauses: Option<Section>,
    pub basis: Section,
}

/// A section.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// Its number, as `5`, or `A` for an annex.
    pub number: String,
    /// Number and name.
    pub heading: String,
}

/// Gives numbers to sections.
struct Numbers {
    language: Language,
    annex: Phrase,
    next: u32,
    annexes: std::ops::RangeInclusive<char>,
}

impl Sections {
    pub fn new(view: &DossierView, language: Language) -> Self {
        let texts = Texts::new();
        let mut numbers = Numbers {
            language,
            annex: texts.annex.clone(),
            next: 1,
            annexes: 'A'..='Z',
        };
        let is_judged = |evaluation: &crate::report::view::evaluation::EvaluationView| {
            evaluation
                .clauses()
                .any(|clause| !clause.findings.is_empty())
        };
        let judged = view.evaluations.iter().any(is_judged);
        let reuse = view.reuse.is_some() || view.reuse_error.is_some();
        Self {
            parties: numbers.section(&texts.parties),
            course: numbers.section(&texts.course),
            weights: numbers.section(&texts.weights),
            values: numbers.section(&texts.values),
            results: numbers.section(&texts.results),
            findings: judged.then(|| numbers.section(&texts.findings)),
            external: (!view.external.is_empty()).then(|| numbers.section(&texts.external)),
            reuse: reuse.then(|| numbers.section(&texts.reuse)),
            opinions: numbers.section(&texts.opinions),
            scope: numbers.section(&texts.scope),
            signatures: numbers.section(&texts.signatures),
            clauses: (!view.evaluations.is_empty()).then(|| numbers.annex(&texts.clauses)),
            basis: numbers.annex(&texts.basis),
        }
    }
}

impl Numbers {
    fn section(&mut self, title: &Phrase) -> Section {
        let number = self.next.to_string();
        self.next += 1;
        Section {
            heading: format!("{number}  {}", title.get(self.language)),
            number,
        }
    }

    fn annex(&mut self, title: &Phrase) -> Section {
        let number = self.annexes.next().unwrap_or('Z').to_string();
        let annex = self.annex.get(self.language);
        Section {
            heading: format!("{annex} {number}  {}", title.get(self.language)),
            number,
        }
    }
}
