//! Whether what came of a layout is a document that Word opens: well-formed, no cell without a
//! paragraph, no table without rows.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

/// An element that is open, and what it has had so far.
struct Open {
    name: String,
    /// The last element in it.
    last: String,
    has_row: bool,
}

/// Checks a piece of a document: elements one after the other, or one around all.
pub fn check(text: &str) -> Result<(), String> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Open> = Vec::new();
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Eof => break,
            Event::Start(start) => {
                begin(&start, &mut open)?;
                open.push(Open {
                    name: start.name().as_ref().to_owned(),
                    last: String::new(),
                    has_row: false,
                });
            }
            Event::Empty(start) => begin(&start, &mut open)?,
            Event::End(_) => end(open.pop())?,
            Event::GeneralRef(reference) => {
                let name: &str = &reference;
                if !reference.is_char_ref() && resolve_predefined_entity(name).is_none() {
                    return Err(format!("there is no `&{name};`"));
                }
            }
            _ => {}
        }
    }
    match open.pop() {
        None => Ok(()),
        Some(element) => Err(format!("`{}` does not end", element.name)),
    }
}

fn begin(start: &BytesStart, open: &mut [Open]) -> Result<(), String> {
    for attribute in start.attributes() {
        attribute.map_err(|error| error.to_string())?;
    }
    if let Some(parent) = open.last_mut() {
        start.name().as_ref().clone_into(&mut parent.last);
        parent.has_row |= parent.last == "w:tr";
    }
    Ok(())
}

fn end(closed: Option<Open>) -> Result<(), String> {
    match closed {
        Some(cell) if cell.name == "w:tc" && cell.last != "w:p" => Err(
            "a cell of a table ends without a paragraph: add an empty one to the cell".to_owned(),
        ),
        Some(table) if table.name == "w:tbl" && !table.has_row => Err(
            "a table has no rows: put `{%p if … %}` before it and `{%p endif %}` after it"
                .to_owned(),
        ),
        _ => Ok(()),
    }
}
