//! The HTML format: one file that needs nothing else, in both languages, for the screen and for paper.
//!
//! Dossiers are rendered one by one, by any thread, and written in their order; only the lines of the
//! index and tallies are kept until the end. The parts of a page are Askama templates, which escape what
//! they are given and are checked when the program is built.

mod about;
mod assets;
mod dossier;
mod index;
mod packing;
mod phrase;
mod pictures;
mod writer;

use askama::Template as _;
use std::io;
use std::sync::Arc;

use super::form::{Form, Texts};
use super::format::{Format, Fragment, Writer};
use super::model::{DossierReport, Head};
use super::view::dossier::DossierView;
use super::view::speaker::Speaker;
use crate::dossier::Places;
use crate::pack::Pack;
use crate::text::Language;
use dossier::DossierPage;
pub use index::Entry;
use writer::HtmlWriter;

/// The format with its options.
#[derive(Clone, Debug)]
pub struct Html {
    pack: Arc<Pack>,
    head: Head,
    language: Language,
}

impl Html {
    /// A report that opens in `language`; the pack names facts and values.
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

    /// The page of a dossier as it stands in the report.
    ///
    /// # Errors
    /// None that the model can cause.
    pub fn page(&self, dossier: &DossierReport, places: &Places) -> io::Result<String> {
        let speaker = Speaker::new(&self.pack);
        let page = DossierPage {
            language: self.language,
            view: &DossierView::new(&speaker, dossier, places),
            form: &Form::new(&speaker, dossier),
            texts: &Texts::new(),
        };
        page.render().map(phrase::visible).map_err(io::Error::other)
    }
}

impl Format for Html {
    fn needs_places(&self) -> bool {
        true
    }

    fn render(&self, dossier: &DossierReport, places: &Places) -> io::Result<Fragment> {
        Ok(Fragment {
            body: packing::pack(&self.page(dossier, places)?)?,
            entry: Some(Entry::new(&Speaker::new(&self.pack), dossier)),
            ..Fragment::default()
        })
    }

    fn writer(&self) -> Box<dyn Writer> {
        Box::new(HtmlWriter::new(
            Arc::clone(&self.pack),
            self.head.clone(),
            self.language,
        ))
    }
}
