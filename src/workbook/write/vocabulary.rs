//! The sheet with the words of all vocabularies, which drop-downs take their choices from.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::style::Styles;
use crate::text::{Language, Text};
use crate::workbook::cell::label;
use crate::workbook::layout::{Choice, Kind, Layout, Role};
use crate::workbook::words::{VOCABULARY, in_language};

/// The vocabularies of a layout in the order in which they are used.
pub(super) struct Vocabulary<'a> {
    language: Language,
    lists: Vec<(&'a str, &'a Choice)>,
}

impl<'a> Vocabulary<'a> {
    pub fn new(layout: &'a Layout, language: Language) -> Self {
        let mut lists: Vec<(&str, &Choice)> = Vec::new();
        let columns = layout.sheets.iter().flat_map(|sheet| &sheet.columns);
        for column in columns {
            let (Role::Value(Kind::Choice(choice)) | Role::List(Kind::Choice(choice))) =
                &column.role
            else {
                continue;
            };
            if let Some(name) = choice.vocabulary.as_deref()
                && !lists.iter().any(|(known, _)| *known == name)
            {
                lists.push((name, choice));
            }
        }
        Self { language, lists }
    }

    /// The name of the sheet.
    pub fn name(&self) -> &'static str {
        in_language(VOCABULARY, self.language)
    }

    /// The cells with the choices of a vocabulary, as formulas name them.
    pub fn range(&self, vocabulary: &str) -> Option<String> {
        let mut row = 2;
        for (name, choice) in &self.lists {
            let next = row + choice.words.len();
            if *name == vocabulary {
                return Some(format!("'{}'!$B${row}:$B${}", self.name(), next - 1));
            }
            row = next;
        }
        None
    }

    /// Writes the sheet.
    pub fn write(&self, sheet: &mut Worksheet, styles: &Styles) -> Result<(), XlsxError> {
        sheet.set_name(self.name())?;
        let heads = [
            ("词表", "Vocabulary", 30.0),
            ("可选值", "Choice", 44.0),
            ("标识（YAML）", "Id (YAML)", 34.0),
            ("中文", "Chinese", 44.0),
            ("英文", "English", 60.0),
        ];
        for (column, (zh, en, width)) in (0..).zip(heads) {
            let head = Text {
                zh: zh.to_owned(),
                en: en.to_owned(),
            };
            let [style, _] = &styles.heading;
            sheet.write_string_with_format(0, column, head.get(self.language), style)?;
            sheet.set_column_width(column, width)?;
        }
        let mut row = 1;
        for (name, choice) in &self.lists {
            for word in &choice.words {
                let texts = [
                    name,
                    label(choice, &word.id, self.language),
                    &word.id,
                    &word.label.zh,
                    &word.label.en,
                ];
                for (column, text) in (0..).zip(texts) {
                    sheet.write_string_with_format(row, column, text, &styles.label)?;
                }
                row += 1;
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofilter(0, 0, row.saturating_sub(1), 4)?;
        sheet.set_tab_color(0x8A_93_9E);
        Ok(())
    }
}
