//! The file around a workbook, looked at before anything is made of it: what it is, whether it is whole,
//! and how much it would take.

use quick_xml::events::Event;
use std::io::{Read, Seek};
use zip::ZipArchive;
use zip::result::ZipError;

/// How much the parts of a workbook may take, unpacked, in bytes.
const LARGEST: u64 = 256 << 20;

/// How much of the list of sheets is read to tell what a file is.
const LARGEST_LIST: u64 = 4 << 20;

/// The first bytes of a file that Office has encrypted, and of workbooks before 2007.
const COMPOUND: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

const LIST: &str = "xl/workbook.xml";

/// The archive, if it is that of a workbook.
///
/// # Errors
/// What else it is and what to do.
pub(super) fn archive<R: Read + Seek>(mut file: R) -> Result<ZipArchive<R>, String> {
    let mut head = [0; 4];
    let mut read = 0;
    while let Some(rest) = head.get_mut(read..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(more) => read += more,
            Err(error) => return Err(format!("cannot be read: {error}")),
        }
    }
    file.rewind()
        .map_err(|error| format!("cannot be read: {error}"))?;
    if head == COMPOUND {
        return Err(
            "is protected by a password, or is of Excel before 2007: open it in Excel, take the password away, and save it as Excel Workbook (.xlsx)"
                .to_owned(),
        );
    }
    if read == 0 {
        return Err("is empty".to_owned());
    }
    if !head.starts_with(b"PK") {
        return Err(
            "is no Excel workbook, whatever its name says: open it in Excel or LibreOffice and save it as Excel Workbook (.xlsx)"
                .to_owned(),
        );
    }
    let archive = ZipArchive::new(file).map_err(|error| damaged(&error))?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has(LIST) {
        return Ok(archive);
    }
    Err(if has("content.xml") {
        "is an OpenDocument file: save it as Excel Workbook (.xlsx)"
    } else if has("xl/workbook.bin") {
        "is a binary workbook: save it as Excel Workbook (.xlsx)"
    } else if has("word/document.xml") {
        "is a Word document, no Excel workbook"
    } else {
        "is a zip file, but no Excel workbook"
    }
    .to_owned())
}

/// Whether the parts, unpacked, stay below the limit, whatever they say about themselves.
///
/// # Errors
/// Parts that are too large, damaged or encrypted.
pub(super) fn weigh<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<(), String> {
    let mut left = LARGEST;
    for number in 0..archive.len() {
        let part = archive.by_index(number).map_err(|error| damaged(&error))?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        let read = read.map_err(|error| damaged(&ZipError::Io(error)))?;
        left = left.checked_sub(read).ok_or_else(too_large)?;
    }
    Ok(())
}

fn too_large() -> String {
    format!(
        "would take more than {} MiB unpacked: no dossier does; delete empty rows and columns that are formatted, and pictures",
        LARGEST >> 20
    )
}

fn damaged(error: &ZipError) -> String {
    if matches!(error, ZipError::UnsupportedArchive(text) if text.contains("assword")) {
        return "is protected by a password: take it away and save it again".to_owned();
    }
    format!("is damaged or cut off: {error}; copy or save it again")
}

/// The names of the sheets, without anything else being read.
///
/// # Errors
/// What the file is instead of a workbook.
pub(super) fn sheet_names<R: Read + Seek>(file: R) -> Result<Vec<String>, String> {
    let mut archive = archive(file)?;
    let part = archive.by_name(LIST).map_err(|error| damaged(&error))?;
    let mut text = String::new();
    part.take(LARGEST_LIST)
        .read_to_string(&mut text)
        .map_err(|error| damaged(&ZipError::Io(error)))?;
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut names = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Empty(tag) | Event::Start(tag)) if tag.local_name().as_ref() == "sheet" => {
                let name = tag.try_get_attribute("name").ok().flatten();
                let name = name.and_then(|name| {
                    name.normalized_value(quick_xml::XmlVersion::Explicit1_0)
                        .map(std::borrow::Cow::into_owned)
                        .ok()
                });
                names.extend(name);
            }
            Ok(Event::Eof) | Err(_) => return Ok(names),
            Ok(_) => {}
        }
    }
}
