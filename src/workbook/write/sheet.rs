//! A sheet with a row for each entry of a list: names of columns with notes, drop-downs, formats.

use rust_xlsxwriter::{ColNum, Note, RowNum, Worksheet, XlsxError};

use super::note::note;
use super::rows::Row;
use super::style::Styles;
use super::vocabulary::Vocabulary;
use crate::text::Language;
use crate::workbook::cell::Content;
use crate::workbook::layout::{Column, Kind, Layout, Need, Role};
use crate::workbook::words::REQUIRED;

/// How many empty rows below those filled in have drop-downs.
const SPARE: u32 = 500;

/// The most columns that are printed on the width of a page.
const PRINTED: ColNum = 12;

/// What writes sheets.
pub(super) struct Writer<'a> {
    pub layout: &'a Layout,
    pub styles: &'a Styles,
    pub vocabulary: &'a Vocabulary<'a>,
    pub language: Language,
}

/// The title of a workbook.
pub(super) fn title(language: Language) -> &'static str {
    match language {
        Language::Chinese => "关键信息基础设施安全服务能力评价——证据卷宗",
        Language::English => "Evidence of a provider of security services (dossier)",
    }
}

impl Writer<'_> {
    /// Writes the sheet of a list.
    pub fn list(
        &self,
        number: usize,
        worksheet: &mut Worksheet,
        rows: &[Row],
    ) -> Result<(), XlsxError> {
        let Some(sheet) = self.layout.sheets.get(number) else {
            return Ok(());
        };
        worksheet.set_name(sheet.name.get(self.language))?;
        let last = u32::try_from(rows.len()).unwrap_or(u32::MAX - SPARE) + SPARE;
        let mut band = 0;
        let mut group = None;
        for (place, column) in (0..).zip(&sheet.columns) {
            if column.group != group {
                band = 1 - band;
                group.clone_from(&column.group);
            }
            self.heading(worksheet, place, column, band)?;
            worksheet.set_column_width(place, width(&column.role))?;
            worksheet.set_column_format(place, self.styles.cell(&column.role))?;
            if let Some(rule) = self.rule(sheet, column)? {
                worksheet.add_data_validation(1, place, last, place, &rule)?;
            }
            let is_used = rows
                .iter()
                .any(|row| row.get(usize::from(place)).is_some_and(Option::is_some));
            if matches!(column.role, Role::Presence) && !is_used {
                worksheet.set_column_hidden(place)?;
            }
        }
        for (place, row) in (1..).zip(rows) {
            for ((at, content), column) in (0..).zip(row).zip(&sheet.columns) {
                if let Some(content) = content {
                    self.cell(worksheet, (place, at), content, &column.role)?;
                }
            }
        }
        let key = sheet.key.map_or(0, |key| key + 1).max(1);
        let columns = ColNum::try_from(sheet.columns.len()).unwrap_or(ColNum::MAX);
        worksheet.set_row_height(0, 58)?;
        worksheet.set_freeze_panes(1, ColNum::try_from(key).unwrap_or(1))?;
        worksheet.autofilter(0, 0, last - SPARE, columns.saturating_sub(1))?;
        worksheet.set_repeat_rows(0, 0)?;
        page(worksheet);
        if columns > PRINTED {
            worksheet.set_print_fit_to_pages(0, 0).set_print_scale(70);
            worksheet.set_repeat_columns(0, 1)?;
        }
        let is_register = sheet.parent == Some(0);
        worksheet.set_tab_color(if is_register { 0x1F_3A_5F } else { 0xA9_BE_D8 });
        Ok(())
    }

    fn heading(
        &self,
        worksheet: &mut Worksheet,
        place: ColNum,
        column: &Column,
        band: usize,
    ) -> Result<(), XlsxError> {
        let mark = match column.need {
            Need::Always => format!(" {REQUIRED}"),
            _ => String::new(),
        };
        let name = format!("{}{mark}\n", column.title.get(self.language));
        let token = column.token();
        let style = match (column.need, &column.role) {
            (_, Role::Parent | Role::RowKey) => &self.styles.own,
            (Need::Always, _) => &self.styles.required,
            _ => self.styles.heading.get(band).unwrap_or(&self.styles.own),
        };
        let parts = [
            (&self.styles.name, name.as_str()),
            (&self.styles.token, token.as_str()),
        ];
        worksheet.write_rich_string_with_format(0, place, &parts, style)?;
        let text = note(self.layout, column, self.language);
        worksheet.insert_note(0, place, &noted(&text))?;
        Ok(())
    }

    /// Writes what is in a cell.
    pub fn cell(
        &self,
        worksheet: &mut Worksheet,
        (row, column): (RowNum, ColNum),
        content: &Content,
        role: &Role,
    ) -> Result<(), XlsxError> {
        let style = self.styles.cell(role);
        match content {
            Content::Text(text) => worksheet.write_string_with_format(row, column, text, style)?,
            Content::Number(number) => {
                worksheet.write_number_with_format(row, column, *number, style)?
            }
            Content::Day(day) => worksheet.write_number_with_format(row, column, *day, style)?,
        };
        Ok(())
    }
}

/// A note with room for its text.
pub(super) fn noted(text: &str) -> Note {
    let lines: usize = text.lines().map(|line| 1 + width_of(line) / 44).sum();
    let height = u32::try_from(lines).unwrap_or(30).clamp(3, 30) * 16 + 12;
    Note::new(text)
        .add_author_prefix(false)
        .set_width(300)
        .set_height(height)
}

/// How wide text is, in characters of the Latin alphabet.
fn width_of(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

fn width(role: &Role) -> f64 {
    match role {
        Role::Value(Kind::Date) => 13.0,
        Role::Value(Kind::Boolean | Kind::Integer(_)) | Role::Child(_) | Role::Presence => 11.0,
        Role::Value(Kind::Number(_)) => 15.0,
        Role::Parent | Role::RowKey => 16.0,
        Role::Value(Kind::Reference(_)) => 18.0,
        Role::Records(_) => 34.0,
        Role::Value(_) => 24.0,
        Role::List(_) => 30.0,
    }
}

/// How a sheet is printed.
pub(super) fn page(worksheet: &mut Worksheet) {
    worksheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3)
        .set_footer("&L&8&A&R&8&P / &N");
}
