//! The first sheet: what is there once, a value on each row, and below it the way to all other sheets.

use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::note::note;
use super::rows::Row;
use super::sheet::{Writer, noted, page, title};
use crate::text::Text;
use crate::workbook::layout::{Column, Need, Role};
use crate::workbook::words::{REQUIRED, text};

/// Writes the form.
pub(super) fn write(
    writer: &Writer,
    worksheet: &mut Worksheet,
    rows: &[Row],
) -> Result<(), XlsxError> {
    let Some(sheet) = writer.layout.sheets.first() else {
        return Ok(());
    };
    let language = writer.language;
    worksheet.set_name(sheet.name.get(language))?;
    let mut form = Form {
        writer,
        worksheet,
        row: 0,
    };
    form.head()?;
    let nothing = Row::new();
    let row = rows.first().unwrap_or(&nothing);
    let contents: Vec<_> = sheet.columns.iter().enumerate().collect();
    let (lists, values): (Vec<_>, Vec<_>) = contents
        .into_iter()
        .partition(|(_, column)| matches!(column.role, Role::Child(_)));
    let mut group: Option<&Text> = None;
    let mut presences = Vec::new();
    for (place, column) in values {
        // Hardly anybody needs them: they come last.
        if matches!(column.role, Role::Presence) {
            presences.push((place, column));
            continue;
        }
        let own = column.group.as_ref();
        if own != group
            && let Some(own) = own
        {
            form.section(own)?;
        }
        group = own;
        form.value(sheet, column, row.get(place).and_then(Option::as_ref))?;
    }
    form.section(&text(
        "登记表：请在各工作表中填写；确认没有时在此填“无”",
        "Registers: fill in their sheets; write “none” here to state that there is nothing",
    ))?;
    for (place, column) in lists {
        form.value(sheet, column, row.get(place).and_then(Option::as_ref))?;
        if let Role::Child(child) = column.role {
            form.sheets_below(child)?;
        }
    }
    if !presences.is_empty() {
        form.section(&text(
            "存在但暂无内容（一般留空）",
            "There, but nothing known yet (usually empty)",
        ))?;
        for (place, column) in presences {
            form.value(sheet, column, row.get(place).and_then(Option::as_ref))?;
        }
    }
    let form = form.worksheet;
    form.set_freeze_panes(1, 0)?;
    form.set_tab_color(0x9A_34_12);
    page(form);
    form.set_portrait();
    Ok(())
}

struct Form<'a, 'b> {
    writer: &'a Writer<'a>,
    worksheet: &'b mut Worksheet,
    row: u32,
}

impl Form<'_, '_> {
    fn head(&mut self) -> Result<(), XlsxError> {
        let Writer {
            styles, language, ..
        } = self.writer;
        for (column, width) in [(0, 38.0), (1, 44.0), (2, 60.0), (3, 34.0)] {
            self.worksheet.set_column_width(column, width)?;
        }
        let heads = [
            text("项目（* 必填）", "Field (* required)"),
            text("填写内容", "Value"),
            text("说明", "Explanation"),
            text("键（勿改）", "Key (do not change)"),
        ];
        let [style, _] = &styles.heading;
        for (column, head) in (0..).zip(&heads) {
            self.worksheet
                .write_string_with_format(0, column, head.get(*language), style)?;
        }
        self.worksheet.set_row_height(0, 24)?;
        self.worksheet
            .write_string_with_format(1, 0, title(*language), &styles.title)?;
        self.worksheet.set_row_height(1, 30)?;
        self.row = 2;
        Ok(())
    }

    fn section(&mut self, name: &Text) -> Result<(), XlsxError> {
        let style = &self.writer.styles.section;
        let name = name.get(self.writer.language);
        self.worksheet
            .write_string_with_format(self.row, 0, name, style)?;
        for column in 1..4 {
            self.worksheet.write_blank(self.row, column, style)?;
        }
        self.row += 1;
        Ok(())
    }

    fn value(
        &mut self,
        sheet: &crate::workbook::layout::Sheet,
        column: &Column,
        content: Option<&crate::workbook::cell::Content>,
    ) -> Result<(), XlsxError> {
        let Writer {
            layout,
            styles,
            language,
            ..
        } = self.writer;
        let row = self.row;
        let mark = if column.need == Need::Always {
            format!(" {REQUIRED}")
        } else {
            String::new()
        };
        let name = format!("{}{mark}", column.title.get(*language));
        let child = match column.role {
            Role::Child(child) => layout.sheets.get(child),
            _ => None,
        };
        match child {
            Some(child) => {
                let name = format!("→ {}{mark}", child.name.get(*language));
                self.link(child.name.get(*language), &name)?;
            }
            None => {
                self.worksheet
                    .write_string_with_format(row, 0, &name, &styles.label)?;
            }
        }
        let style = styles.cell(&column.role);
        match content {
            Some(content) => self
                .writer
                .cell(self.worksheet, (row, 1), content, &column.role)?,
            None => {
                self.worksheet.write_blank(row, 1, style)?;
            }
        }
        if let Some(rule) = self.writer.rule(sheet, column)? {
            self.worksheet.add_data_validation(row, 1, row, 1, &rule)?;
        }
        let explained = note(layout, column, *language);
        let shown = match child {
            Some(child) => child.description.get(*language),
            None => &explained,
        };
        // The title stands in front of the value already.
        let line = shown
            .lines()
            .nth(usize::from(child.is_none()))
            .unwrap_or_default();
        self.worksheet
            .write_string_with_format(row, 2, line, &styles.faint)?;
        self.worksheet.insert_note(row, 0, &noted(&explained))?;
        self.worksheet
            .write_string_with_format(row, 3, column.token(), &styles.faint)?;
        self.row += 1;
        Ok(())
    }

    /// Links to the sheets of what the entries of a sheet have.
    fn sheets_below(&mut self, number: usize) -> Result<(), XlsxError> {
        let language = self.writer.language;
        let layout = self.writer.layout;
        for (child, sheet) in layout.sheets.iter().enumerate() {
            if sheet.parent != Some(number) {
                continue;
            }
            let name = sheet.name.get(language);
            self.link(name, &format!("      → {name}"))?;
            let line = sheet.description.get(language).lines().next();
            self.worksheet.write_string_with_format(
                self.row,
                2,
                line.unwrap_or_default(),
                &self.writer.styles.faint,
            )?;
            self.row += 1;
            self.sheets_below(child)?;
        }
        Ok(())
    }

    fn link(&mut self, sheet: &str, shown: &str) -> Result<(), XlsxError> {
        let url = Url::new(format!("internal:'{sheet}'!A1")).set_text(shown);
        self.worksheet
            .write_url_with_format(self.row, 0, url, &self.writer.styles.link)?;
        Ok(())
    }
}
