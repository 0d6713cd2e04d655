//! The workbook under way: rows go to their sheets as they come, the summary is written last.

use std::io::{self, Write};
use std::sync::Arc;

use super::book::{Book, Line};
use super::cell::{Cell, Row};
use super::people::remark_cells;
use super::sheet::Sheet;
use crate::pack::{Identity, Pack};
use crate::report::format::{End, Fragment, Writer};
use crate::report::model::{ErrorReport, Head, Tool};
use crate::report::remark::across_title;
use crate::report::spool::Spool;
use crate::report::text::page::Tone;
use crate::report::text::safe::safe;
use crate::report::text::words::{Words, fill};
use crate::report::trail;
use crate::text::Text;

/// A report under way.
pub struct XlsxWriter {
    pack: Arc<Pack>,
    head: Head,
    words: &'static Words,
    book: Book,
    /// The rows of the summary: what stands above them is known at the end.
    summary: Spool,
}

impl XlsxWriter {
    /// An empty report.
    pub fn new(pack: Arc<Pack>, head: Head, words: &'static Words) -> Self {
        Self {
            pack,
            head,
            words,
            book: Book::new(words),
            summary: Spool::default(),
        }
    }

    /// By what and against what it is evaluated.
    fn evaluated_by(&self) -> String {
        let Tool { name, version } = Tool::this();
        let packs = self.pack.identities.iter().map(|pack| {
            let Identity {
                id,
                version,
                sha256,
                ..
            } = pack;
            format!("{id} {version} (SHA-256 {sha256})")
        });
        let packs = packs.collect::<Vec<_>>().join(self.words.list);
        let mark = self.pack.pass_mark.to_string();
        fill(
            self.words.evaluated_by,
            &[name, version, &safe(&packs), &mark],
        )
    }

    fn title(&self) -> String {
        let manifest = self.pack.manifests.first();
        let text = |text: &Text| safe(text.get(self.words.language()));
        manifest.map_or_else(String::new, |(_, manifest)| text(&manifest.title))
    }
}

impl Writer for XlsxWriter {
    /// A workbook is written when it is whole.
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn dossier(&mut self, fragment: &Fragment, _: &mut dyn Write) -> io::Result<()> {
        for line in fragment.body.lines() {
            let row: Row = serde_json::from_str(line)?;
            if row.sheet == Sheet::Summary {
                self.summary.push(line)?;
                self.summary.push("\n")?;
            } else {
                self.book.add(&row)?;
            }
        }
        Ok(())
    }

    fn error(&mut self, error: &ErrorReport, _: &mut dyn Write) -> io::Result<()> {
        let number = |number: Option<usize>| {
            number.map_or_else(Cell::empty, |number| Cell::count(number as u64))
        };
        let cells = vec![
            Cell::text(error.about()),
            Cell::text(&match &error.sheet {
                Some(sheet) => format!("{}: {sheet}", error.path),
                None => error.path.clone(),
            }),
            number(error.line),
            number(error.column),
            Cell::text(error.place.as_deref().unwrap_or_default()),
            Cell::text(&error.message).toned(Tone::Open),
        ];
        self.book.add(&Row {
            sheet: Sheet::Errors,
            cells,
        })
    }

    fn end(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        let (title, evaluated_by) = (self.title(), self.evaluated_by());
        let options = safe(&trail::asked_for(self.words, &self.head).join(self.words.semicolon));
        let totals = end.counts.said(self.words);
        let state = if end.partial {
            Line::Warning(self.words.partial)
        } else {
            Line::Plain(self.words.complete)
        };
        let lines = [
            Line::Title(&title),
            Line::Plain(&evaluated_by),
            if end.counts.is_incomplete() {
                Line::Warning(&totals)
            } else {
                Line::Plain(&totals)
            },
            state,
            Line::Plain(&options),
            Line::Plain(""),
        ];
        let across = across_title();
        let across = across.get(self.words.language());
        for remark in &end.across {
            for cells in remark_cells(self.words, across, remark) {
                let cells = std::iter::once(Cell::empty()).chain(cells);
                self.book.add(&Row {
                    sheet: Sheet::Remarks,
                    cells: cells.collect(),
                })?;
            }
        }
        let mut book = std::mem::replace(&mut self.book, Book::new(self.words));
        book.begin(Sheet::Summary, &lines)?;
        for line in self.summary.lines()? {
            book.add(&serde_json::from_str(&line?)?)?;
        }
        book.end(&title, end.partial.then_some(self.words.partial), out)
    }
}
