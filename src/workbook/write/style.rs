//! What cells look like.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::workbook::layout::{Kind, Role};

/// The styles of a workbook.
#[derive(Debug)]
pub(super) struct Styles {
    /// The name of a column; light and dark by turns of groups.
    pub heading: [Format; 2],
    /// The same where the column must be filled in.
    pub required: Format,
    /// The same of a column that only the workbook has.
    pub own: Format,
    /// The second line of a column's name.
    pub token: Format,
    /// The first.
    pub name: Format,
    /// The title of the workbook, and those of sections.
    pub title: Format,
    /// What divides the form.
    pub section: Format,
    /// What explains.
    pub faint: Format,
    /// The name of a value in the form.
    pub label: Format,
    /// A link.
    pub link: Format,
    text: Format,
    number: Format,
    day: Format,
}

impl Styles {
    pub fn new() -> Self {
        let base = Format::new().set_font_size(10).set_align(FormatAlign::Top);
        let boxed = base
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(0xC9_D1_DA);
        let head = boxed
            .clone()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter);
        let dark = |ground: u32| {
            head.clone()
                .set_font_color(0xFF_FF_FF)
                .set_background_color(ground)
        };
        let wrapped = base.clone().set_text_wrap();
        Self {
            heading: [dark(0x1F_3A_5F), dark(0x3C_5D_89)],
            required: dark(0x9A_34_12),
            own: dark(0x52_5B_66),
            token: Format::new().set_font_size(8).set_font_color(0xDC_E6_F2),
            name: Format::new()
                .set_font_size(10)
                .set_bold()
                .set_font_color(0xFF_FF_FF),
            title: Format::new().set_font_size(16).set_bold(),
            section: Format::new()
                .set_font_size(11)
                .set_bold()
                .set_background_color(0xDC_E6_F2),
            faint: wrapped.clone().set_font_size(9).set_font_color(0x59_59_59),
            label: wrapped.clone(),
            link: wrapped
                .clone()
                .set_font_color(0x05_63_C1)
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            text: wrapped
                .clone()
                .set_num_format("@")
                .set_align(FormatAlign::Left),
            number: base.clone().set_align(FormatAlign::Right),
            day: base
                .set_align(FormatAlign::Left)
                .set_num_format("yyyy-mm-dd"),
        }
    }

    /// How cells with such values look.
    pub fn cell(&self, role: &Role) -> &Format {
        match role {
            Role::Value(Kind::Date) => &self.day,
            Role::Value(Kind::Integer(_) | Kind::Number(_)) => &self.number,
            _ => &self.text,
        }
    }
}
