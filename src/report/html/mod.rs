//! The HTML format: one file that needs nothing else, in both languages, for the screen and for paper.
//!
//! Dossiers are rendered one by one, by any thread, and written in their order; only the lines of the
//! index and tallies are kept until the end. The parts of a page are Askama templates, which escape what
//! they are given and are checked when the program is built.

mod about;
mod assets;
mod clause;
mod dossier;
mod evaluation;
mod index;
mod packing;
mod phrase;
mod pictures;
mod reuse;
mod speaker;
mod writer;

use askama::Template as _;
use std::io::{self, Write};
use std::sync::Arc;

use super::model::{DossierReport, Report};
use crate::pack::Pack;
use crate::text::Language;
use dossier::DossierPage;
use index::Entry;
use speaker::Speaker;
pub use writer::HtmlWriter;

/// The format with its options.
#[derive(Clone, Debug)]
pub struct Html {
    pack: Arc<Pack>,
    language: Language,
}

/// What a dossier adds to the report.
#[derive(Debug)]
pub struct Section {
    entry: Entry,
    packed: String,
}

impl Html {
    /// A report that opens in `language`; the pack names facts and values.
    #[must_use]
    pub fn new(pack: Arc<Pack>, language: Language) -> Self {
        Self { pack, language }
    }

    /// What a dossier adds to the report.
    ///
    /// # Errors
    /// None that the model can cause.
    pub fn render(&self, dossier: &DossierReport) -> io::Result<Section> {
        let speaker = Speaker::new(&self.pack);
        let page = DossierPage::new(&speaker, dossier, self.language);
        let page = page.render().map_err(io::Error::other)?;
        Ok(Section {
            entry: Entry::new(&speaker, dossier),
            packed: packing::pack(&phrase::visible(page))?,
        })
    }

    /// A new report.
    #[must_use]
    pub fn writer(&self) -> HtmlWriter {
        HtmlWriter::new(Arc::clone(&self.pack), self.language)
    }
}

/// A whole report at once.
///
/// # Errors
/// Those of `out`.
pub fn write(out: &mut dyn Write, report: &Report, html: &Html) -> io::Result<()> {
    let mut writer = html.writer();
    for dossier in &report.dossiers {
        writer.dossier(html.render(dossier)?, out)?;
    }
    for error in &report.errors {
        writer.error(error.clone());
    }
    writer.end(out)
}
