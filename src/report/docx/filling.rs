//! How expressions are filled in: strictly, as text, and with what is wrong said where.

use std::fmt::Write as _;

use minijinja::value::ValueKind;
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value,
};

use crate::report::text::safe::is_hazard;

/// What expressions can use: nothing that makes markup of text, and no name that there is not.
pub fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(write);
    // Text is text: nothing from a dossier becomes markup.
    environment.remove_filter("safe");
    environment.remove_filter("escape");
    environment.remove_filter("e");
    environment
}

/// Adds a template.
pub fn add(environment: &mut Environment, name: &str, text: &str) -> Result<(), String> {
    let added = environment.add_template_owned(name.to_owned(), text.to_owned());
    added.map_err(|error| with_source(name, &error, Some(text)))
}

/// Writes a value into XML. A line break in it is one on paper; what XML cannot hold, and what would turn
/// or hide the text around it, is written out.
fn write(out: &mut Output, _: &mut State, value: &Value) -> Result<(), Error> {
    let written = match (value.as_str(), value.kind()) {
        _ if value.is_safe() => write!(out, "{value}"),
        (Some(text), _) => write_text(out, text),
        (None, ValueKind::None) => Ok(()),
        (None, ValueKind::Number | ValueKind::Bool) => write!(out, "{value}"),
        (None, kind) => {
            return Err(Error::new(
                ErrorKind::InvalidOperation,
                format!("a {kind} is not text: name what is in it"),
            ));
        }
    };
    written.map_err(Error::from)
}

fn write_text(out: &mut Output, text: &str) -> std::fmt::Result {
    for c in text.chars() {
        match c {
            '&' => out.write_str("&amp;")?,
            '<' => out.write_str("&lt;")?,
            '>' => out.write_str("&gt;")?,
            '"' => out.write_str("&quot;")?,
            '\n' => out.write_str("</w:t><w:br/><w:t xml:space=\"preserve\">")?,
            '\u{fffe}' | '\u{ffff}' => write!(out, "{}", c.escape_unicode())?,
            c if is_hazard(c) => write!(out, "{}", c.escape_default())?,
            c => out.write_char(c)?,
        }
    }
    Ok(())
}

/// What is wrong with a part, with the expression.
pub fn said(part: &str, error: &Error) -> String {
    with_source(part, error, error.template_source())
}

fn with_source(part: &str, error: &Error, source: Option<&str>) -> String {
    let kind = error.kind().to_string();
    let what = match error.detail() {
        Some(detail) => format!("{kind}: {detail}"),
        None => kind,
    };
    let expression = error.range().zip(source);
    let expression = expression.and_then(|(range, source)| expression_at(source, range.start));
    match expression {
        Some(expression) => format!("`{part}`: in `{expression}`: {what}"),
        None => format!("`{part}`: {what}"),
    }
}

/// The expression or statement that stands around a place.
fn expression_at(source: &str, at: usize) -> Option<&str> {
    let end = source.get(at..)?.find("%}").into_iter();
    let end = end.chain(source.get(at..)?.find("}}")).min()? + at + 2;
    let before = source.get(..end - 2)?;
    let start = before
        .rfind("{%")
        .into_iter()
        .chain(before.rfind("{{"))
        .max()?;
    source.get(start..end).filter(|text| text.len() < 500)
}
