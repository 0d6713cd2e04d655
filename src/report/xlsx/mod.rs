//! The Excel format: a workbook with a sheet for each kind of row, to be sorted, filtered and printed.
//!
//! Dossiers become rows in any thread; the writer puts them into sheets on disk as they come, and the
//! workbook is put together at the end.

mod book;
mod cell;
mod height;
mod people;
mod rows;
mod sheet;
mod style;
mod writer;

use std::io;
use std::sync::Arc;

use super::format::{Format, Fragment, Writer};
use super::model::{DossierReport, Head};
use super::text::words::Words;
use crate::dossier::Places;
use crate::pack::Pack;
use crate::text::Language;
use writer::XlsxWriter;

/// The format with its options.
#[derive(Clone, Debug)]
pub struct Xlsx {
    pack: Arc<Pack>,
    head: Head,
    words: &'static Words,
}

impl Xlsx {
    /// A workbook in `language`; the pack names facts and values.
    #[must_use]
    pub fn new(pack: Arc<Pack>, language: Language) -> Self {
        let words = Words::of(language);
        Self {
            head: Head::new(&pack),
            pack,
            words,
        }
    }

    /// The same, saying by what, against what and how it was evaluated.
    #[must_use]
    pub fn under(mut self, head: &Head) -> Self {
        self.head = head.clone();
        self
    }
}

impl Format for Xlsx {
    fn render(&self, dossier: &DossierReport, places: &Places) -> io::Result<Fragment> {
        let mut body = String::new();
        for row in rows::of(&self.pack, self.words, dossier, places) {
            body.push_str(&serde_json::to_string(&row)?);
            body.push('\n');
        }
        Ok(Fragment {
            body,
            ..Fragment::default()
        })
    }

    fn needs_places(&self) -> bool {
        true
    }

    fn writer(&self) -> Box<dyn Writer> {
        Box::new(XlsxWriter::new(
            Arc::clone(&self.pack),
            self.head.clone(),
            self.words,
        ))
    }
}
