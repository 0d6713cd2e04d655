//! What may be typed into cells: drop-downs, dates, numbers.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, XlsxError,
};

use super::sheet::Writer;
use crate::text::Language;
use crate::workbook::cell::label;
use crate::workbook::layout::{Bounds, Choice, Column, Kind, Role, Sheet};
use crate::workbook::read::cells::column_name;
use crate::workbook::words::{NO, NONE, YES, in_language};

/// The most characters of a list of choices that stands in the rule itself.
const LONGEST_LIST: usize = 255;

impl Writer<'_> {
    /// What may be typed into cells of a column; none where that is not checked.
    pub fn rule(
        &self,
        sheet: &Sheet,
        column: &Column,
    ) -> Result<Option<DataValidation>, XlsxError> {
        let rule = DataValidation::new();
        let words = |words: &[[&'static str; 2]]| {
            let words: Vec<&str> = words
                .iter()
                .map(|w| in_language(*w, self.language))
                .collect();
            DataValidation::new().allow_list_strings(&words)
        };
        let rule = match &column.role {
            Role::Child(_) => words(&[NONE])?,
            Role::Presence => words(&[YES])?,
            Role::Value(Kind::Boolean) => words(&[YES, NO])?,
            Role::Value(Kind::Choice(choice)) => match self.choice(choice)? {
                Some(rule) => rule,
                None => return Ok(None),
            },
            Role::Value(Kind::Reference(register)) => {
                let Some(range) = self.layout.register(register).and_then(|s| self.keys(s)) else {
                    return Ok(None);
                };
                rule.allow_list_formula(Formula::new(range))
            }
            Role::Parent => {
                let above = sheet
                    .parent
                    .and_then(|parent| self.layout.sheets.get(parent));
                let Some(range) = above.and_then(|above| self.keys(above)) else {
                    return Ok(None);
                };
                rule.allow_list_formula(Formula::new(range))
            }
            Role::Value(Kind::Date) => rule.allow_date(DataValidationRule::Between(
                ExcelDateTime::from_ymd(1900, 1, 1)?,
                ExcelDateTime::from_ymd(2199, 12, 31)?,
            )),
            Role::Value(Kind::Integer(bounds) | Kind::Number(bounds)) => {
                rule.allow_decimal_number(between(bounds))
            }
            _ => return Ok(None),
        };
        // What is typed in another form may be right all the same: the check of the dossier decides.
        let (title, message) = match self.language {
            Language::Chinese => ("请核对", "该值不符合此列的要求，见表头批注。"),
            Language::English => (
                "Please check",
                "This is not what the column asks for: see the note at its name.",
            ),
        };
        let rule = rule
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title(title)?
            .set_error_message(message)?;
        Ok(Some(rule))
    }

    fn choice(&self, choice: &Choice) -> Result<Option<DataValidation>, XlsxError> {
        let range = choice.vocabulary.as_deref();
        if let Some(range) = range.and_then(|name| self.vocabulary.range(name)) {
            let rule = DataValidation::new().allow_list_formula(Formula::new(range));
            return Ok(Some(rule));
        }
        let words: Vec<&str> = choice
            .words
            .iter()
            .map(|word| label(choice, &word.id, self.language))
            .collect();
        let is_short = words.join(",").chars().count() <= LONGEST_LIST;
        if !is_short || words.iter().any(|word| word.contains(',')) {
            return Ok(None);
        }
        Ok(Some(DataValidation::new().allow_list_strings(&words)?))
    }

    /// The cells with the keys of a sheet's rows, as formulas name them.
    fn keys(&self, sheet: &Sheet) -> Option<String> {
        let column = column_name(u32::try_from(sheet.key?).ok()?);
        let name = sheet.name.get(self.language);
        Some(format!("'{name}'!${column}$2:${column}$5000"))
    }
}

fn between(bounds: &Bounds) -> DataValidationRule<f64> {
    let least = bounds.least.unwrap_or(-1e15);
    DataValidationRule::Between(least, bounds.most.unwrap_or(1e15))
}
