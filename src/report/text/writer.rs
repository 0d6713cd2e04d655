//! The text report as it grows: evaluations as they come, then the summary and what was not evaluated.

use std::io::{self, Write};

use super::page::{Page, Tone, widen};
use super::remarks;
use super::summary;
use super::words::{Words, fill};
use super::{Options, Row};
use crate::report::counts::Counts;
use crate::report::error::{ByOrigin, ErrorReport};
use crate::report::format::{End, Fragment, Writer};
use crate::report::model::Head;
use crate::report::spool::Spool;
use crate::report::trail;

/// A text report under way.
#[derive(Debug)]
pub struct TextWriter {
    options: Options,
    words: &'static Words,
    /// Whether nothing was written yet.
    first: bool,
    rows: Spool,
    widths: Vec<usize>,
    /// Where evaluations deviate from the standard, each once.
    deviations: Vec<String>,
    errors: ByOrigin<ErrorLines>,
    head: Head,
    /// Digests and reference dates of dossiers.
    sources: Spool,
}

impl TextWriter {
    /// An empty report.
    #[must_use]
    pub fn new(options: Options, head: Head) -> Self {
        Self {
            options,
            head,
            sources: Spool::default(),
            words: Words::of(options.language),
            first: true,
            rows: Spool::default(),
            widths: Vec::new(),
            deviations: Vec::new(),
            errors: ByOrigin::new(|| ErrorLines::new(options)),
        }
    }

    fn gap(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::take(&mut self.first) {
            Ok(())
        } else {
            out.write_all(b"\n")
        }
    }

    fn page(&self) -> Page {
        Page::new(self.options.styled)
    }

    fn summary(&mut self, counts: &Counts, out: &mut dyn Write) -> io::Result<()> {
        self.gap(out)?;
        let words = self.words;
        let head = summary::heading(words);
        widen(&mut self.widths, &head);
        let mut page = self.page();
        page.line(0, words.summary_section, Tone::Heading);
        page.row(2, &summary::SIDES, &self.widths, &head);
        out.write_all(page.into_text().as_bytes())?;
        for line in self.rows.lines()? {
            let row: Row = serde_json::from_str(&line?)?;
            let mut page = Page::new(self.options.styled);
            page.row(2, &summary::SIDES, &self.widths, &row);
            out.write_all(page.into_text().as_bytes())?;
        }
        let mut page = self.page();
        if !self.deviations.is_empty() {
            page.gap();
            page.line(2, words.deviations(), Tone::Bad);
        }
        for deviation in &self.deviations {
            page.line(4, deviation, Tone::Plain);
        }
        page.gap();
        let totals = counts.said(words);
        page.line(2, &totals, Tone::Plain);
        out.write_all(page.into_text().as_bytes())
    }

    /// By what, against what and how it was evaluated, and which dossiers.
    fn basis(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.gap(out)?;
        let mut page = self.page();
        page.line(0, self.words.basis(), Tone::Heading);
        for line in trail::lines(self.words, &self.head) {
            page.line(2, &line, Tone::Faint);
        }
        out.write_all(page.into_text().as_bytes())?;
        self.sources.copy(out)
    }

    fn faint(&self, line: &str) -> String {
        let mut page = self.page();
        page.line(2, line, Tone::Faint);
        page.into_text()
    }

    fn not_evaluated(&mut self, counts: &Counts, out: &mut dyn Write) -> io::Result<()> {
        self.gap(out)?;
        let heading = fill(
            self.words.errors_section,
            &[&counts.not_evaluated.to_string()],
        );
        let mut page = self.page();
        page.line(0, &heading, Tone::Heading);
        out.write_all(page.into_text().as_bytes())?;
        for errors in self.errors.each_mut() {
            errors.copy(out)?;
        }
        Ok(())
    }
}

impl Writer for TextWriter {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn dossier(&mut self, fragment: &Fragment, out: &mut dyn Write) -> io::Result<()> {
        for row in &fragment.rows {
            widen(&mut self.widths, row);
            self.rows.push(&(serde_json::to_string(row)? + "\n"))?;
        }
        for note in &fragment.notes {
            if !self.deviations.contains(note) {
                self.deviations.push(note.clone());
            }
        }
        self.sources.push(&self.faint(&fragment.source))?;
        if fragment.body.is_empty() {
            return Ok(());
        }
        self.gap(out)?;
        out.write_all(fragment.body.as_bytes())
    }

    fn error(&mut self, error: &ErrorReport, _: &mut dyn Write) -> io::Result<()> {
        self.errors.of(error).push(error)
    }

    fn end(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        let counts = &end.counts;
        // Before what people look for at the end of a long report.
        self.basis(out)?;
        if counts.dossiers > 1 || self.options.summary && counts.dossiers > 0 {
            self.summary(counts, out)?;
        }
        if counts.not_evaluated > 0 {
            self.not_evaluated(counts, out)?;
        }
        if !end.across.is_empty() {
            self.gap(out)?;
            let mut page = self.page();
            remarks::across(&mut page, self.words, &end.across, self.options.all);
            out.write_all(page.into_text().as_bytes())?;
        }
        if end.partial {
            self.gap(out)?;
            let mut page = self.page();
            page.line(0, self.words.partial, Tone::Bad);
            out.write_all(page.into_text().as_bytes())?;
        }
        Ok(())
    }
}

/// What could not be evaluated: each message, or the number of them for each dossier.
#[derive(Debug)]
struct ErrorLines {
    options: Options,
    lines: Spool,
    /// The dossier whose messages are being counted.
    last: Option<(String, u64)>,
}

impl ErrorLines {
    fn new(options: Options) -> Self {
        Self {
            options,
            lines: Spool::default(),
            last: None,
        }
    }

    fn push(&mut self, error: &ErrorReport) -> io::Result<()> {
        if self.options.messages {
            return self.line(&error.to_string(), Tone::Plain);
        }
        match &mut self.last {
            Some((path, count)) if path == error.about() => *count += 1,
            _ => {
                self.count()?;
                self.last = Some((error.about().to_owned(), 1));
            }
        }
        Ok(())
    }

    fn count(&mut self) -> io::Result<()> {
        let Some((path, count)) = self.last.take() else {
            return Ok(());
        };
        let words = Words::of(self.options.language);
        let count = fill(words.problems, &[&count.to_string()]);
        self.line(&format!("{path}{}{count}", words.colon), Tone::Bad)
    }

    fn line(&mut self, text: &str, tone: Tone) -> io::Result<()> {
        let mut page = Page::new(self.options.styled);
        page.line(2, text, tone);
        self.lines.push(&page.into_text())
    }

    fn copy(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.count()?;
        self.lines.copy(out)
    }
}
