//! The JSON format: the model itself, indented.

use serde::Serialize;
use std::fmt::Write as _;

use super::text::safe::is_hazard;

/// The published JSON Schema of the format.
pub const SCHEMA: &str = include_str!("../../schemas/report.schema.json");

/// A report as JSON. Characters that a terminal acts on are written as `\u` escapes, which leaves
/// the data as it is.
///
/// # Errors
/// None that the model can cause.
pub fn render(report: &impl Serialize) -> serde_json::Result<String> {
    let plain = serde_json::to_string_pretty(report)?;
    let mut text = String::with_capacity(plain.len() + 1);
    for c in plain.chars() {
        // Below U+0080 the serializer has escaped what stands in strings; the rest is layout.
        if c.is_ascii() && c != '\u{7f}' || !is_hazard(c) {
            text.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        }
    }
    text.push('\n');
    Ok(text)
}
