//! A workbook that grows row by row: rows go to temporary files at once, one for each sheet.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, IgnoreError, Workbook, Worksheet, XlsxError,
};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::cell::{Cell, Row, Value};
use super::height;
use super::sheet::Sheet;
use super::style::Styles;
use crate::report::model::Tool;
use crate::report::text::words::Words;

/// How many rows a sheet may have.
const MOST_ROWS: u32 = 1_048_576;

/// How much text goes into a sheet, in bytes: with its markup it must stay below the 4 GB of a part of
/// the file.
const MOST_TEXT: usize = 1 << 30;

/// How long a text in a cell may be, in units of UTF-16.
const MOST_UNITS: usize = 32_767;

/// How many line breaks a cell may have.
const MOST_BREAKS: usize = 250;

/// How many heights are set: each is kept in memory until the end. Rows after that are as high as the
/// program that opens the workbook makes them.
const MOST_HEIGHTS: u32 = 20_000;

/// A4.
const PAPER: u8 = 9;

/// A workbook under way.
pub struct Book {
    words: &'static Words,
    workbook: Workbook,
    styles: Styles,
    tabs: BTreeMap<Sheet, Tab>,
    most_rows: u32,
    heights: u32,
}

/// A sheet, with further ones where rows do not fit into one.
struct Tab {
    full: Vec<Worksheet>,
    open: Worksheet,
    /// The row with the names of columns.
    heading: u32,
    /// The next row.
    next: u32,
    /// How much text is in the open one.
    text: usize,
}

/// A line above the names of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'t> {
    /// The first one.
    Title(&'t str),
    /// One that informs.
    Plain(&'t str),
    /// One that nobody must miss.
    Warning(&'t str),
}

impl Book {
    /// A workbook without sheets.
    pub fn new(words: &'static Words) -> Self {
        Self {
            words,
            workbook: Workbook::new(),
            styles: Styles::new(),
            tabs: BTreeMap::new(),
            most_rows: MOST_ROWS,
            heights: 0,
        }
    }

    /// Begins a sheet with lines above the names of its columns.
    pub fn begin(&mut self, sheet: Sheet, lines: &[Line]) -> io::Result<()> {
        safely(|| {
            let mut open = self.worksheet(sheet.title(self.words.language()))?;
            let mut heading = 0;
            for line in lines {
                let (text, style) = match line {
                    Line::Title(text) => (text, &self.styles.title),
                    Line::Plain(text) => (text, &self.styles.plain_line),
                    Line::Warning(text) => (text, &self.styles.warning),
                };
                open.write_string_with_format(heading, 0, fit(text, self.words), style)?;
                heading += 1;
            }
            self.head(sheet, &mut open, heading)?;
            let tab = Tab {
                full: Vec::new(),
                open,
                heading,
                next: heading + 1,
                text: 0,
            };
            self.tabs.insert(sheet, tab);
            Ok(())
        })
    }

    /// Adds a row to its sheet.
    pub fn add(&mut self, row: &Row) -> io::Result<()> {
        if !self.tabs.contains_key(&row.sheet) {
            self.begin(row.sheet, &[])?;
        }
        safely(|| {
            if let Some(tab) = self.tabs.get(&row.sheet)
                && (tab.next >= self.most_rows || tab.text >= MOST_TEXT)
            {
                self.go_on(row.sheet)?;
            }
            let Some(tab) = self.tabs.get_mut(&row.sheet) else {
                return Ok(());
            };
            if self.heights < MOST_HEIGHTS
                && let Some(height) = height::of(row.sheet, row.cells.iter())
            {
                tab.open.set_row_height(tab.next, height)?;
                self.heights += 1;
            }
            for (cell, column) in row.cells.iter().zip(0..) {
                let style = self.styles.of(&cell.value, cell.tone);
                tab.text += write(&mut tab.open, (tab.next, column), cell, style, self.words)?;
            }
            tab.next += 1;
            Ok(())
        })
    }

    /// Ends all sheets and writes the workbook; `title` says what it is, `warning` stands on every page.
    pub fn end(
        mut self,
        title: &str,
        warning: Option<&str>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        for sheet in Sheet::ALL {
            if sheet.is_always_there() && !self.tabs.contains_key(&sheet) {
                self.begin(sheet, &[])?;
            }
        }
        let mut file = tempfile::tempfile()?;
        safely(|| {
            for (sheet, tab) in std::mem::take(&mut self.tabs) {
                for (number, mut part) in tab.full.into_iter().enumerate() {
                    let heading = if number == 0 { tab.heading } else { 0 };
                    finish(&mut part, sheet, heading, self.most_rows, warning)?;
                    self.workbook.push_worksheet(part);
                }
                let mut last = tab.open;
                let heading = if tab.heading < tab.next {
                    tab.heading
                } else {
                    0
                };
                finish(&mut last, sheet, heading, tab.next, warning)?;
                self.workbook.push_worksheet(last);
            }
            self.workbook.set_properties(&properties(title)?);
            self.workbook.save_to_writer(io::BufWriter::new(&mut file))
        })?;
        file.rewind()?;
        io::copy(&mut file, out).map(|_| ())
    }

    /// Goes on in a further sheet.
    fn go_on(&mut self, sheet: Sheet) -> Result<(), XlsxError> {
        let parts = self.tabs.get(&sheet).map_or(0, |tab| tab.full.len() + 1);
        let title = sheet.title(self.words.language());
        let mut open = self.worksheet(&format!("{title} {}", parts + 1))?;
        self.head(sheet, &mut open, 0)?;
        if let Some(tab) = self.tabs.get_mut(&sheet) {
            tab.full.push(std::mem::replace(&mut tab.open, open));
            tab.next = 1;
            tab.text = 0;
        }
        Ok(())
    }

    fn worksheet(&mut self, name: &str) -> Result<Worksheet, XlsxError> {
        let mut worksheet = self.workbook.new_worksheet_with_constant_memory()?;
        worksheet.set_name(name)?;
        Ok(worksheet)
    }

    /// Writes the names of columns, which stay in sight and are repeated on paper.
    fn head(&self, sheet: Sheet, worksheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
        for (column, number) in sheet.columns().iter().zip(0..) {
            worksheet.set_column_width(number, column.width)?;
            let name = column.name(self.words.language());
            worksheet.write_string_with_format(row, number, name, &self.styles.heading)?;
        }
        let language = self.words.language();
        let names = sheet.columns().iter().map(|column| column.name(language));
        if let Some(height) = height::of_names(sheet, names) {
            worksheet.set_row_height(row, height)?;
        }
        worksheet.set_freeze_panes(row + 1, 0)?;
        worksheet.set_repeat_rows(row, row)?;
        Ok(())
    }
}

/// Writes a cell: never as a formula or a link, whatever it looks like. How much text it is.
fn write(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    style: &Format,
    words: &Words,
) -> Result<usize, XlsxError> {
    match &cell.value {
        Value::Text(text) => {
            let text = fit(text, words);
            worksheet.write_string_with_format(row, column, text.as_ref(), style)?;
            Ok(text.len())
        }
        Value::Number(number) | Value::Decimal(number) | Value::Day(number) => {
            worksheet.write_number_with_format(row, column, *number, style)?;
            Ok(0)
        }
    }
}

/// Filters and paper of a sheet whose rows end before `next`.
fn finish(
    worksheet: &mut Worksheet,
    sheet: Sheet,
    heading: u32,
    next: u32,
    warning: Option<&str>,
) -> Result<(), XlsxError> {
    let last_row = next.saturating_sub(1).max(heading);
    let last_column = u16::try_from(sheet.columns().len()).unwrap_or(u16::MAX) - 1;
    worksheet.autofilter(heading, 0, last_row, last_column)?;
    // Numbers of clauses such as 8.1 are names.
    worksheet.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    worksheet
        .set_landscape()
        .set_paper_size(PAPER)
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3)
        .set_footer("&L&8&A&R&8&P / &N");
    if let Some(warning) = warning {
        worksheet.set_header(format!("&C&B{}", warning.replace('&', "&&")));
    }
    Ok(())
}

/// What a workbook says of itself: by which program, and neither when nor where.
fn properties(title: &str) -> Result<DocProperties, XlsxError> {
    let Tool { name, version } = Tool::this();
    Ok(DocProperties::new()
        .set_title(title)
        .set_author(format!("{name} {version}"))
        // The format asks for one; without it there would be the time of the run.
        .set_creation_datetime(&ExcelDateTime::from_ymd(1980, 1, 1)?))
}

/// A text that fits into a cell; one that is too long says that it is cut.
fn fit<'t>(text: &'t str, words: &Words) -> Cow<'t, str> {
    let units = |text: &str| text.encode_utf16().count();
    let is_short = text.len() <= MOST_UNITS || units(text) <= MOST_UNITS;
    if is_short && text.matches('\n').count() <= MOST_BREAKS {
        return Cow::Borrowed(text);
    }
    let note = format!("…\n[{}]", words.cell_cut);
    let room = MOST_UNITS - units(&note);
    let (mut used, mut breaks) = (0, 0);
    let end = text.char_indices().find(|(_, c)| {
        used += c.len_utf16();
        breaks += usize::from(*c == '\n');
        used > room || breaks >= MOST_BREAKS
    });
    let end = end.map_or(text.len(), |(end, _)| end);
    Cow::Owned(format!("{}{note}", text.get(..end).unwrap_or_default()))
}

/// The crate panics where its temporary files cannot be written: that costs this report only.
fn safely<T>(write: impl FnOnce() -> Result<T, XlsxError>) -> io::Result<T> {
    match catch_unwind(AssertUnwindSafe(write)) {
        Ok(Ok(written)) => Ok(written),
        Ok(Err(XlsxError::IoError(error))) => Err(error),
        Ok(Err(error)) => Err(io::Error::other(error)),
        Err(_) => {
            let folder = std::env::temp_dir();
            let folder = folder.display();
            Err(io::Error::other(format!(
                "its sheets cannot be kept in `{folder}` while it grows; TMPDIR names another folder"
            )))
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::text::Language;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    fn words() -> &'static Words {
        Words::of(Language::English)
    }

    #[test]
    fn rows_that_do_not_fit_go_on_in_further_sheets() {
        let mut book = Book {
            most_rows: 4,
            ..Book::new(words())
        };
        book.begin(Sheet::Summary, &[Line::Title("x"), Line::Plain("")])
            .unwrap();
        for number in 0..6 {
            for sheet in [Sheet::Summary, Sheet::Errors] {
                let cells = vec![Cell::count(number)];
                book.add(&Row { sheet, cells }).unwrap();
            }
        }
        let mut out = Vec::new();
        book.end("x", None, &mut out).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(out)).unwrap();
        let names = book.sheet_names();
        let of = |name: &str| names.iter().filter(|other| other.starts_with(name)).count();
        assert_eq!((of("Summary"), of("Not evaluated")), (3, 2), "{names:?}");
        assert_eq!(names[..3], ["Summary", "Summary 2", "Summary 3"]);
        for sheet in ["Summary", "Not evaluated"] {
            let mut numbers = Vec::new();
            for name in names.iter().filter(|name| name.starts_with(sheet)) {
                let range = book.worksheet_range(name).unwrap();
                numbers.extend(range.rows().filter_map(|row| match &row[0] {
                    Data::Float(number) => Some(number.to_string()),
                    _ => None,
                }));
            }
            assert_eq!(numbers, ["0", "1", "2", "3", "4", "5"], "{sheet}");
        }
    }

    #[test]
    fn a_text_that_no_cell_holds_says_that_it_is_cut() {
        let whole = "字".repeat(MOST_UNITS);
        assert_eq!(fit(&whole, words()), whole);
        for long in [
            "字".repeat(MOST_UNITS + 1),
            "😀".repeat(MOST_UNITS / 2 + 1),
            "x\n".repeat(300),
        ] {
            let cut = fit(&long, words());
            assert!(cut.ends_with("the JSON report has all of it]"), "{cut}");
            assert!(cut.encode_utf16().count() <= MOST_UNITS);
            assert!(cut.matches('\n').count() <= MOST_BREAKS);
        }
    }
}
