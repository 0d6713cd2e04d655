//! The places that cells of a sheet say they have. The reader of workbooks counts on without a limit, so that
//! a cell far beyond the last row would come to stand somewhere else.

use quick_xml::events::Event;
use std::collections::HashSet;
use std::io::BufReader;

use super::container::{Archive, LIST, RELATIONS, attributes, broken, damaged};
use crate::dossier::words::quoted;

/// Letters of the last column, digits of the last row.
const LETTERS: usize = 3;
const DIGITS: usize = 7;

/// Tags that say by `r` or `ref` where something stands.
const PLACED: [&str; 5] = ["c", "row", "f", "dimension", "mergeCell"];

/// Refuses sheets with cells in places that there are not, and sheets that share a part: a small file could
/// have any number of those.
///
/// # Errors
/// What is wrong with the workbook.
pub(super) fn check(archive: &mut Archive) -> Result<(), String> {
    let sheets = sheets(archive)?;
    // What is missing the reader says; and it may take other parts for sheets than those found here.
    let parts: Vec<usize> = (0..archive.len())
        .filter(|index| {
            let name = archive.name_for_index(*index).and_then(Result::ok);
            let name = name.unwrap_or_default();
            name.to_ascii_lowercase().ends_with(".xml") || sheets.iter().any(|part| *part == name)
        })
        .collect();
    for index in parts {
        check_part(archive, index)?;
    }
    Ok(())
}

/// The parts that sheets are made of.
fn sheets(archive: &mut Archive) -> Result<Vec<String>, String> {
    let mut ids = HashSet::new();
    let mut twice = None;
    attributes(archive, LIST, "sheet", &["id"], &mut |id| {
        if let [Some(id)] = id
            && !ids.insert(id.clone())
        {
            twice.get_or_insert(id.clone());
        }
    })?;
    let mut parts = Vec::new();
    let mut seen = HashSet::new();
    if archive.index_for_name(RELATIONS).is_some() {
        attributes(
            archive,
            RELATIONS,
            "Relationship",
            &["Id", "Target"],
            &mut |found| {
                let [Some(id), Some(part)] = found else {
                    return;
                };
                if !ids.contains(id) {
                    return;
                }
                // The same part may be named in several ways.
                let name = part.rsplit('/').next().unwrap_or_default().to_lowercase();
                if !seen.insert(name) || !part.contains("sheets/") {
                    twice.get_or_insert(part.clone());
                }
                let part = part.trim_start_matches('/');
                let whole = part.strip_prefix("xl/").unwrap_or(part);
                parts.push(format!("xl/{whole}"));
            },
        )?;
    }
    match twice {
        Some(part) => Err(format!(
            "has a sheet made of the part {}, which is another sheet already or no sheet, as no spreadsheet program writes it",
            quoted(&part)
        )),
        None => Ok(parts),
    }
}

fn check_part(archive: &mut Archive, index: usize) -> Result<(), String> {
    let part = archive.by_index(index).map_err(|error| damaged(&error))?;
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Empty(tag) | Event::Start(tag))
                if PLACED.contains(&tag.local_name().as_ref()) =>
            {
                let mut places = tag.attributes();
                let places = places.with_checks(false).flatten();
                let mut places = places.filter(|one| matches!(one.key.as_ref(), "r" | "ref"));
                if let Some(place) = places.find(|one| !is_place(&one.value)) {
                    return Err(format!(
                        "has a cell in the place {}, which no sheet has: open it in Excel or LibreOffice and save it again",
                        quoted(&place.value)
                    ));
                }
            }
            Ok(Event::Eof) => return Ok(()),
            // The reader of workbooks would go on behind it, to places that were not looked at.
            Err(error) => {
                return Err(broken(&error));
            }
            Ok(_) => {}
        }
    }
}

/// Whether it is a row, a cell, or an area of cells: `7`, `B7`, `B7:D9`.
fn is_place(text: &str) -> bool {
    text.split(':').all(|cell| {
        let cell = cell.replace('$', "");
        let row = cell.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let letters = cell.len() - row.len();
        letters <= LETTERS && row.len() <= DIGITS && row.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::is_place;

    #[test]
    fn places_are_told_from_others() {
        for place in ["7", "B7", "$B$7:D9", "XFD1048576", "A:A"] {
            assert!(is_place(place), "{place}");
        }
        for other in ["A4294967298", "ZZZZ1", "A1 B2", "&#65;1", "第1"] {
            assert!(!is_place(other), "{other}");
        }
    }
}
