//! The file around a workbook, looked at before anything is made of it: what it is, whether it is whole,
//! and how much it would take.

use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::dossier::Limits;
use crate::dossier::limits::Limit;
use crate::dossier::words::quoted;

/// A workbook as the zip file that it is.
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// How many parts a workbook may have. One of a dossier has some sixty.
const PARTS: usize = 1_000;

/// Parts below this size are no bombs, however well they pack, in bytes.
const SMALL: u64 = 1 << 20;

/// How many tags the parts of a workbook may have for each cell that may hold something: values, texts
/// shared between cells, and cells that are formatted and empty.
const TAGS: usize = 10;

/// Bytes of the list of sheets, and of where they are.
const LARGEST_LIST: u64 = 4 << 20;

/// The first bytes of a file that Office has encrypted, and of workbooks before 2007.
const COMPOUND: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

/// What each part begins with in the list of parts.
const PART: &[u8] = b"PK\x01\x02";

pub(super) const LIST: &str = "xl/workbook.xml";

/// Which part each sheet is.
pub(super) const RELATIONS: &str = "xl/_rels/workbook.xml.rels";

/// The archive, if it is that of a workbook.
///
/// # Errors
/// What else it is and what to do.
pub(super) fn archive(bytes: &[u8]) -> Result<Archive<'_>, String> {
    if bytes.starts_with(&COMPOUND) {
        return Err(
            "is protected by a password, or is of Excel before 2007: open it in Excel, take the password away, and save it as Excel Workbook (.xlsx)"
                .to_owned(),
        );
    }
    if bytes.is_empty() {
        return Err("is empty".to_owned());
    }
    if !bytes.starts_with(b"PK") {
        return Err(
            "is no Excel workbook, whatever its name says: open it in Excel or LibreOffice and save it as Excel Workbook (.xlsx)"
                .to_owned(),
        );
    }
    // Before the list of parts is read, which takes ten times its size.
    if memchr::memmem::find_iter(bytes, PART).count() > PARTS {
        return Err(format!("has more than {PARTS} parts: no workbook has"));
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
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

/// Whether the parts, unpacked, stay below the limits, whatever they say about themselves.
///
/// # Errors
/// Parts that are too large, damaged or encrypted.
pub(super) fn weigh(archive: &mut Archive, limits: &Limits) -> Result<(), String> {
    let mut left = limits.unpacked;
    let mut tags = 0_usize;
    let mut full = 0_usize;
    let mut buffer = vec![0; 64 << 10];
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).map_err(|error| damaged(&error))?;
        let packed = part.compressed_size().max(1);
        let name = part.name().unwrap_or_default().into_owned();
        let mut unpacked = 0_u64;
        loop {
            let read = part.read(&mut buffer);
            let read = read.map_err(|error| damaged(&ZipError::Io(error)))?;
            let Some(some) = buffer.get(..read).filter(|some| !some.is_empty()) else {
                break;
            };
            unpacked += read as u64;
            let ratio = unpacked / packed;
            if unpacked > SMALL && ratio > limits.ratio {
                let what = Limit::Ratio.exceeded(limits, Some(ratio));
                return Err(format!("its part {} {what}", quoted(&name)));
            }
            left = left
                .checked_sub(read as u64)
                .ok_or_else(|| Limit::Unpacked.exceeded(limits, None))?;
            tags += memchr::memchr_iter(b'<', some).count();
            // Never more than there are: what stands on both sides of a border is not seen.
            full += memchr::memmem::find_iter(some, b"<v>").count();
            full += memchr::memmem::find_iter(some, b"<is>").count();
            if full > limits.cells {
                return Err(Limit::Cells.exceeded(limits, None));
            }
            if tags > limits.cells.saturating_mul(TAGS) {
                return Err(format!(
                    "has {TAGS} times more cells, empty ones that are formatted included, than the limit of {} that hold something; delete rows and columns that are empty, or `{}` raises it",
                    limits.cells,
                    Limit::Cells.option()
                ));
            }
        }
    }
    Ok(())
}

pub(super) fn damaged(error: &ZipError) -> String {
    if matches!(error, ZipError::UnsupportedArchive(text) if text.contains("assword")) {
        return "is protected by a password: take it away and save it again".to_owned();
    }
    format!("is damaged or cut off: {error}; copy or save it again")
}

/// What is wrong with a part that is no XML.
pub(super) fn broken(error: &quick_xml::Error) -> String {
    format!("is damaged or cut off: {error}; copy or save it again")
}

/// The names of the sheets, without anything else being read.
///
/// # Errors
/// What the file is instead of a workbook.
pub(super) fn sheet_names(bytes: &[u8]) -> Result<Vec<String>, String> {
    let mut archive = archive(bytes)?;
    let mut names = Vec::new();
    attributes(&mut archive, LIST, "sheet", &["name"], &mut |name| {
        names.extend(name.iter().flatten().cloned());
    })?;
    Ok(names)
}

/// Hands the values of attributes of all tags of a name in a part to `found`.
///
/// # Errors
/// A part that is missing or damaged.
pub(super) fn attributes(
    archive: &mut Archive,
    part: &str,
    tag_name: &str,
    names: &[&str],
    found: &mut dyn FnMut(&[Option<String>]),
) -> Result<(), String> {
    let part = archive.by_name(part).map_err(|error| damaged(&error))?;
    let mut bytes = Vec::new();
    part.take(LARGEST_LIST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| damaged(&ZipError::Io(error)))?;
    if bytes.len() as u64 > LARGEST_LIST {
        return Err("has a list of sheets larger than any spreadsheet program writes".to_owned());
    }
    let text = String::from_utf8_lossy(&bytes);
    let mut reader = quick_xml::Reader::from_str(&text);
    loop {
        match reader.read_event() {
            Ok(Event::Empty(tag) | Event::Start(tag)) if tag.local_name().as_ref() == tag_name => {
                let value = |name: &&str| {
                    let mut all = tag.attributes().flatten();
                    let one = all.find(|one| one.key.local_name().as_ref() == *name)?;
                    let value = one.normalized_value(quick_xml::XmlVersion::Explicit1_0);
                    value.map(std::borrow::Cow::into_owned).ok()
                };
                found(&names.iter().map(value).collect::<Vec<_>>());
            }
            Ok(Event::Eof) => return Ok(()),
            Err(error) => return Err(broken(&error)),
            Ok(_) => {}
        }
    }
}
