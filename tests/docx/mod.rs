//! Word documents in tests: made from reports, made by hand as templates, and taken apart.
#![allow(dead_code, clippy::unwrap_used)]

use ciieval::dossier::Places;
use ciieval::report::Report;
use ciieval::report::format::{End, Format};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The parts of a document by name.
pub type Parts = BTreeMap<String, String>;

/// The report as a document.
pub fn render(report: &Report, format: &dyn Format) -> Vec<u8> {
    let end = End {
        counts: report.counts(),
        ..End::default()
    };
    rendered(report, format, &end).unwrap()
}

/// The same for a run that ended so.
pub fn rendered(report: &Report, format: &dyn Format, end: &End) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut writer = format.writer();
    writer.begin(&mut out)?;
    for dossier in &report.dossiers {
        writer.dossier(&format.render(dossier, &Places::default())?, &mut out)?;
    }
    for error in &report.errors {
        writer.error(error, &mut out)?;
    }
    writer.end(end, &mut out)?;
    Ok(out)
}

/// The parts of a document, each of which must be XML.
pub fn parts(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Parts::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        lines(&text);
        parts.insert(name, text);
    }
    parts
}

/// The text of a part, a line for each paragraph.
pub fn lines(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut lines, mut line, mut is_text) = (Vec::new(), String::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return lines,
            Event::Start(start) if start.name().as_ref() == "w:t" => is_text = true,
            Event::End(end) if end.name().as_ref() == "w:t" => is_text = false,
            Event::End(end) if end.name().as_ref() == "w:p" => {
                lines.push(std::mem::take(&mut line));
            }
            Event::Empty(empty) if empty.name().as_ref() == "w:tab" => line.push('\t'),
            Event::Empty(empty) if empty.name().as_ref() == "w:br" => line.push('\u{2028}'),
            Event::Text(text) if is_text => line.push_str(&text),
            Event::GeneralRef(reference) if is_text => {
                let name: &str = &reference;
                line.push_str(quick_xml::escape::resolve_predefined_entity(name).unwrap());
            }
            _ => {}
        }
    }
}

/// The text of the main part.
pub fn text(parts: &Parts) -> String {
    lines(&parts["word/document.xml"]).join("\n")
}

/// A paragraph with a text.
pub fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A row of a table with a cell.
pub fn row(text: &str) -> String {
    format!("<w:tr><w:tc>{}</w:tc></w:tr>", paragraph(text))
}

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>"#;
const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const MAIN_RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>"#;
const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

/// The parts of a template with a text and a header.
pub fn template(body: &str, header: &str) -> Parts {
    let section = r#"<w:sectPr><w:headerReference w:type="default" r:id="rId7"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>"#;
    [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", RELS.to_owned()),
        ("word/_rels/document.xml.rels", MAIN_RELS.to_owned()),
        (
            "word/document.xml",
            format!("<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"),
        ),
        (
            "word/header1.xml",
            format!("<w:hdr {NAMESPACES}>{}</w:hdr>", paragraph(header)),
        ),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .into()
}

/// A file with the parts in a folder.
pub fn zipped(folder: &Path, name: &str, parts: &Parts) -> PathBuf {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    let path = folder.join(name);
    std::fs::write(&path, writer.finish().unwrap().into_inner()).unwrap();
    path
}
