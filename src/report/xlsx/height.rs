//! How high rows are. Excel finds that out itself when it opens a workbook; other programs trust the file.

use unicode_width::UnicodeWidthStr;

use super::cell::{Cell, Value};
use super::sheet::Sheet;

/// The height of a line, in points.
const LINE: f64 = 13.5;

/// No row can be higher, in points.
const MOST: f64 = 409.0;

/// The height that the texts of a row need, where that is more than a line.
pub fn of<'c>(sheet: Sheet, cells: impl Iterator<Item = &'c Cell>) -> Option<f64> {
    let texts = cells.map(|cell| match &cell.value {
        Value::Text(text) => text.as_str(),
        Value::Number(_) | Value::Decimal(_) | Value::Day(_) => "",
    });
    height(sheet, texts)
}

/// The height that the names of columns need.
pub fn of_names<'n>(sheet: Sheet, names: impl Iterator<Item = &'n str>) -> Option<f64> {
    height(sheet, names)
}

fn height<'t>(sheet: Sheet, texts: impl Iterator<Item = &'t str>) -> Option<f64> {
    let lines = sheet.columns().iter().zip(texts).map(|(column, text)| {
        let room = column.width as usize;
        text.lines().map(|line| lines(line, room)).sum()
    });
    let lines: usize = lines.max().unwrap_or(1);
    let lines = u32::try_from(lines).unwrap_or(u32::MAX);
    (lines > 1).then(|| (f64::from(lines) * LINE + 2.0).min(MOST))
}

/// How many lines a text takes. Between Chinese characters and marks a line may end earlier than it is
/// full, which adds up in long lists.
fn lines(text: &str, room: usize) -> usize {
    let lines = text.width().div_ceil(room).max(1);
    let has_wide = !text.is_ascii() && text.width() > text.chars().count();
    lines + usize::from(has_wide && lines > 2)
}

#[cfg(test)]
#[allow(clippy::float_cmp)] // products of small numbers
mod tests {
    use super::*;

    #[test]
    fn rows_are_as_high_as_their_longest_text_needs() {
        let of = |text: &str| of(Sheet::Errors, [Cell::text(text)].iter());
        assert_eq!(of("short"), None);
        assert_eq!(of(&"字".repeat(17)), None);
        assert_eq!(of(&"字".repeat(18)), Some(29.0));
        assert_eq!(of(&"x".repeat(10_000)), Some(409.0));
        let lines = Cell::lines(&["a".to_owned(), "b".to_owned(), "c".to_owned()]);
        assert_eq!(super::of(Sheet::Errors, [lines].iter()), Some(42.5));
    }
}
