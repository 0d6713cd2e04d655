//! What cells look like. Colours repeat what the text of a cell says.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use super::cell::Value;
use crate::report::text::page::Tone;

/// The styles of a workbook.
#[derive(Debug)]
pub struct Styles {
    text: Tones,
    number: Tones,
    decimal: Tones,
    day: Tones,
    /// The names of columns.
    pub heading: Format,
    /// The first line of the first sheet.
    pub title: Format,
    /// The lines below it.
    pub plain_line: Format,
    /// A line that nobody must miss.
    pub warning: Format,
}

#[derive(Debug)]
struct Tones {
    plain: Format,
    good: Format,
    bad: Format,
    open: Format,
    faint: Format,
}

impl Tones {
    fn new(base: &Format) -> Self {
        let coloured = |ink: u32, ground: u32| {
            base.clone()
                .set_font_color(ink)
                .set_background_color(ground)
        };
        Self {
            plain: base.clone(),
            good: coloured(0x00_5F_20, 0xE2_F3_E5),
            bad: coloured(0x9C_00_06, 0xFD_DD_DF),
            open: coloured(0x6B_4E_00, 0xFF_F0_C2),
            faint: base.clone().set_font_color(0x59_59_59),
        }
    }

    fn of(&self, tone: Tone) -> &Format {
        match tone {
            Tone::Plain | Tone::Heading => &self.plain,
            Tone::Good => &self.good,
            Tone::Bad => &self.bad,
            Tone::Open => &self.open,
            Tone::Faint => &self.faint,
        }
    }
}

impl Styles {
    /// The styles.
    pub fn new() -> Self {
        let base = Format::new()
            .set_font_size(10)
            .set_align(FormatAlign::Top)
            .set_border(FormatBorder::Thin)
            .set_border_color(0xC9_D1_DA);
        let text = base.clone().set_text_wrap().set_align(FormatAlign::Left);
        let right = base.clone().set_align(FormatAlign::Right).set_indent(1);
        Self {
            text: Tones::new(&text),
            number: Tones::new(&right),
            decimal: Tones::new(&right.clone().set_num_format("0.00")),
            day: Tones::new(
                &base
                    .set_align(FormatAlign::Left)
                    .set_num_format("yyyy-mm-dd"),
            ),
            heading: text
                .clone()
                .set_align(FormatAlign::VerticalCenter)
                .set_bold()
                .set_font_color(0xFF_FF_FF)
                .set_background_color(0x1F_3A_5F),
            title: Format::new().set_font_size(14).set_bold(),
            plain_line: Format::new().set_font_size(10),
            warning: Format::new()
                .set_font_size(12)
                .set_bold()
                .set_font_color(0x9C_00_06),
        }
    }

    /// The style of a cell.
    pub fn of(&self, value: &Value, tone: Tone) -> &Format {
        let tones = match value {
            Value::Text(_) => &self.text,
            Value::Number(_) => &self.number,
            Value::Decimal(_) => &self.decimal,
            Value::Day(_) => &self.day,
        };
        tones.of(tone)
    }
}
