//! What every format can do: render one dossier, by any thread, and let a report grow dossier by
//! dossier, so that no report is ever held as a whole.

use std::io::{self, Write};

use super::counts::Counts;
use super::html::Entry;
use super::model::{DossierReport, ErrorReport, Report};
use super::remark::Remark;
use super::text::Row;
use crate::dossier::Places;

/// A format with its options.
pub trait Format: Send + Sync {
    /// What a dossier adds to a report; `places` are those in its files.
    ///
    /// # Errors
    /// None that the model can cause.
    fn render(&self, dossier: &DossierReport, places: &Places) -> io::Result<Fragment>;

    /// Whether it says in which line of which file facts stand; otherwise it is given no places.
    fn needs_places(&self) -> bool {
        false
    }

    /// A new report.
    fn writer(&self) -> Box<dyn Writer>;
}

/// What a dossier adds to a report.
#[derive(Debug, Default)]
pub struct Fragment {
    /// The text.
    pub body: String,
    /// Lines for the summary at the end.
    pub rows: Vec<Row>,
    /// What a summary says once, whatever dossiers it is true of: where evaluations deviate from the standard.
    pub notes: Vec<String>,
    /// Its path with digest and reference date, for formats that have all of them at the end.
    pub source: String,
    /// What an index at the end says of it.
    pub entry: Option<Entry>,
}

/// A report under way. Errors are told when they are met; a format that has them in one place keeps
/// them until the end.
pub trait Writer {
    /// What stands before the first dossier.
    ///
    /// # Errors
    /// Those of `out`.
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()>;

    /// The next dossier.
    ///
    /// # Errors
    /// Those of `out`, and of the disk where it keeps what comes last.
    fn dossier(&mut self, fragment: &Fragment, out: &mut dyn Write) -> io::Result<()>;

    /// Something that could not be evaluated.
    ///
    /// # Errors
    /// Those of `out`, and of the disk where it keeps what comes last.
    fn error(&mut self, error: &ErrorReport, out: &mut dyn Write) -> io::Result<()>;

    /// What stands after the last dossier.
    ///
    /// # Errors
    /// Those of `out`.
    fn end(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()>;
}

/// How a run ended.
#[derive(Clone, Debug, Default)]
pub struct End {
    /// What it came to.
    pub counts: Counts,
    /// Whether it was interrupted.
    pub partial: bool,
    /// What concerns several dossiers, or none.
    pub across: Vec<Remark>,
}

/// A whole report at once, without places in files.
///
/// # Errors
/// None that the model can cause.
pub fn render(report: &Report, format: &dyn Format) -> io::Result<String> {
    String::from_utf8(bytes(report, format)?).map_err(io::Error::other)
}

/// The same for formats that are no text.
///
/// # Errors
/// None that the model can cause; those of the disk where a format keeps what comes last.
pub fn bytes(report: &Report, format: &dyn Format) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut writer = format.writer();
    let end = End {
        counts: report.counts(),
        ..End::default()
    };
    writer.begin(&mut out)?;
    for dossier in &report.dossiers {
        writer.dossier(&format.render(dossier, &Places::default())?, &mut out)?;
    }
    for error in &report.errors {
        writer.error(error, &mut out)?;
    }
    writer.end(&end, &mut out)?;
    Ok(out)
}
