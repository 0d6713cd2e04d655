//! The Markdown format for comments on merge requests: a table of verdicts, what falls short folded below
//! it, and never more than a comment holds.

pub(super) mod escape;
mod gaps;
mod room;
mod writer;

use serde::{Deserialize, Serialize};
use std::io;
use std::sync::Arc;

use super::format::{Format, Fragment, Writer};
use super::model::{DossierReport, Head};
use super::spots::Spots;
use super::text::deviations;
use super::text::names::cut;
use super::text::overview::{part, two_places};
use super::text::sentences::Sentences;
use super::text::words::Words;
use super::trail;
use crate::dossier::Places;
use crate::pack::Pack;
use crate::report::overview::ClassReport;
use crate::report::remark::Remark;
use crate::score::{DecidedBy, Verdict};
use crate::text::Language;
use escape::{code, code_in_cell, prose};
use gaps::Gaps;
use writer::MarkdownWriter;

/// The format with its options.
#[derive(Clone, Debug)]
pub struct Markdown {
    pack: Arc<Pack>,
    head: Head,
    language: Language,
}

/// What a dossier adds.
#[derive(Debug, Serialize, Deserialize)]
struct Added {
    /// A row for each class, and whether it is bad news.
    rows: Vec<(bool, String)>,
    /// What falls short, if anything does.
    gaps: Option<Block>,
    /// Its digest and reference date.
    source: String,
    /// What was noticed that no clause asks about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    remarks: Vec<String>,
}

/// What falls short of a dossier.
#[derive(Debug, Serialize, Deserialize)]
struct Block {
    /// Whether a class fails.
    failed: bool,
    /// What opens it.
    open: String,
    /// Its clauses, the mandatory ones first.
    clauses: Vec<String>,
}

impl Markdown {
    /// A report in `language`; the pack names facts and values.
    #[must_use]
    pub fn new(pack: Arc<Pack>, language: Language) -> Self {
        Self {
            head: Head::new(&pack),
            pack,
            language,
        }
    }

    /// The same, saying by what, against what and how it was evaluated.
    #[must_use]
    pub fn under(mut self, head: &Head) -> Self {
        self.head = head.clone();
        self
    }
}

impl Format for Markdown {
    fn render(&self, dossier: &DossierReport, places: &Places) -> io::Result<Fragment> {
        let words = Words::of(self.language);
        let gaps = Gaps {
            sentences: Sentences::new(&self.pack, words),
            spots: Spots::new(dossier, places),
            dossier,
        };
        let classes = dossier.overview.classes.iter();
        let added = Added {
            rows: classes.map(|class| row(words, dossier, class)).collect(),
            gaps: gaps.block(),
            source: format!(
                "- {}{}{}\n",
                code(&dossier.path),
                words.colon,
                code(&trail::of_dossier(words, dossier))
            ),
            remarks: dossier
                .remarks()
                .iter()
                .flat_map(|section| section.remarks)
                .map(|one| remark(words, one))
                .collect(),
        };
        Ok(Fragment {
            body: serde_json::to_string(&added)?,
            notes: deviations(words, dossier),
            ..Fragment::default()
        })
    }

    fn needs_places(&self) -> bool {
        true
    }

    fn writer(&self) -> Box<dyn Writer> {
        Box::new(MarkdownWriter::new(
            Arc::clone(&self.pack),
            self.head.clone(),
            self.language,
        ))
    }
}

/// A remark with its places.
fn remark(words: &Words, remark: &Remark) -> String {
    let places = remark.places.iter().map(|place| code(&place.to_string()));
    let places: Vec<String> = places.collect();
    let text = prose(remark.text.get(words.language()));
    format!("- {text} {}\n", places.join(words.list))
}

/// The names of the columns, with the side that each stands at.
fn heading(words: &Words) -> String {
    let names = [
        words.verdict,
        words.provider,
        words.class,
        words.score,
        words.mandatory,
        words.compliance,
        words.dossier,
    ];
    format!(
        "| {} |\n|---|---|---|---:|---:|---:|---|\n",
        names.join(" | ")
    )
}

fn row(words: &Words, dossier: &DossierReport, class: &ClassReport) -> (bool, String) {
    let name = format!(
        "{} {}",
        class.clause,
        prose(class.title.get(words.language()))
    );
    let provider = code_in_cell(&cut(&dossier.provider.name));
    let path = code_in_cell(&dossier.path);
    let Some(result) = &class.result else {
        let standing = class.external.as_ref().map(|it| it.standing);
        let standing = standing.map_or("", |standing| words.standing_in_short(standing));
        let row = format!("| {standing} | {provider} | {name} | | | | {path} |\n");
        return (false, row);
    };
    let score = match result.decided_by {
        Some(DecidedBy::Score) => two_places(&result.score),
        Some(DecidedBy::Mandatory) | None => words.not_computed.to_owned(),
    };
    let row = format!(
        "| {} {} | {provider} | {name} | {score} | {} | {} | {path} |\n",
        sign(result.verdict),
        words.verdict(result),
        part(result.mandatory),
        part(result.compliance),
    );
    (result.verdict != Verdict::Pass, row)
}

/// A verdict at a glance.
fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "✅",
        Verdict::Fail => "❌",
        Verdict::Undetermined => "⚠️",
    }
}
