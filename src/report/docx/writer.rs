//! The document under way: reports wait on disk until it is known how many there are, then all is put
//! into one archive.

use std::io::{self, BufReader, Read, Seek, Write};
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::Serde;
use serde::{Deserialize, Serialize};
use tempfile::{SpooledTempFile, tempfile};

use super::cut::{LIST_FOOTER, RELATIONSHIPS};
use super::model;
use super::package::{Archive, Package, TYPES, relationships_of};
use super::template::{Margin, NUMBER, SUFFIX, Template};
use crate::report::error::{ByOrigin, ErrorReport};
use crate::report::format::{End, Fragment, Writer};
use crate::report::model::Head;
use crate::report::spool::Spool;
use crate::text::Language;

/// How much stays in memory, in bytes.
const IN_MEMORY: usize = 8 << 20;

/// The kind of a footer.
const FOOTER: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";

/// Page numbers below a list of reports.
const FOOTER_OF_LIST: &str = include_str!("list_footer.xml");

/// What a dossier adds to a document.
#[derive(Serialize, Deserialize)]
pub struct Body {
    pub text: String,
    pub margins: Vec<String>,
    pub line: serde_json::Value,
}

/// A document under way.
pub struct DocxWriter {
    template: Arc<Template>,
    list: Arc<Template>,
    head: Head,
    language: Language,
    /// The texts of all reports, and how long each is.
    texts: SpooledTempFile,
    lengths: Vec<u64>,
    /// Their headers and footers, those of a report in a line.
    margins: Spool,
    /// Their lines in a list.
    lines: Vec<serde_json::Value>,
    errors: ByOrigin<Vec<String>>,
}

impl DocxWriter {
    /// A document in a layout.
    pub fn new(
        template: Arc<Template>,
        list: Arc<Template>,
        head: Head,
        language: Language,
    ) -> Self {
        Self {
            template,
            list,
            head,
            language,
            texts: SpooledTempFile::new(IN_MEMORY),
            lengths: Vec::new(),
            margins: Spool::default(),
            lines: Vec::new(),
            errors: ByOrigin::default(),
        }
    }

    /// The main part.
    fn main(&mut self, end: &End, has_list: bool, out: &mut impl Write) -> io::Result<()> {
        let template = Arc::clone(&self.template);
        out.write_all(template.head.as_bytes())?;
        let all = self.lengths.len();
        if has_list {
            let errors = self.errors.each().map(Vec::as_slice).concat();
            let list = model::list(&self.head, &self.lines, &errors, end, self.language);
            let list = self
                .list
                .list(&Value::from(Serde(list)))
                .map_err(io::Error::other)?;
            out.write_all(list.as_bytes())?;
            section(&template.list_section, all == 0, out)?;
        }
        self.texts.rewind()?;
        let mut texts = BufReader::new(&mut self.texts);
        for (number, length) in (1..).zip(&self.lengths) {
            copy(&mut texts.by_ref().take(*length), number, out)?;
            let mut end = Vec::new();
            copy(&mut template.section.as_bytes(), number, &mut end)?;
            let end = String::from_utf8(end).map_err(io::Error::other)?;
            section(&end, number == all, out)?;
        }
        out.write_all(template.tail.as_bytes())
    }
}

/// Ends a section: the last one at the end of the text, others in a paragraph.
fn section(section: &str, is_last: bool, out: &mut impl Write) -> io::Result<()> {
    match (is_last, section) {
        (true, section) => write!(out, "{section}"),
        (false, "") => write!(out, "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
        (false, section) => write!(
            out,
            "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>{section}</w:pPr></w:p>"
        ),
    }
}

/// What sets the names of a report apart.
pub fn suffix(number: usize) -> String {
    match number {
        1 => String::new(),
        other => format!("_{other}"),
    }
}

/// Copies text with the number of its report.
fn copy(text: &mut impl Read, number: usize, out: &mut impl Write) -> io::Result<()> {
    let mut buffer = vec![0; 1 << 16];
    let (number, suffix) = (number.to_string(), suffix(number));
    loop {
        let read = text.read(&mut buffer)?;
        if read == 0 {
            return Ok(());
        }
        let read = buffer.get(..read).unwrap_or_default();
        for piece in
            read.split_inclusive(|byte| char::from(*byte) == SUFFIX || char::from(*byte) == NUMBER)
        {
            let (last, rest) = match piece.split_last() {
                Some((last, rest)) => (char::from(*last), rest),
                None => continue,
            };
            match last {
                SUFFIX => {
                    out.write_all(rest)?;
                    out.write_all(suffix.as_bytes())?;
                }
                NUMBER => {
                    out.write_all(rest)?;
                    out.write_all(number.as_bytes())?;
                }
                _ => out.write_all(piece)?,
            }
        }
    }
}

/// The name of a header or footer of a report: `word/header1_2.xml`.
fn numbered(part: &str, number: usize) -> String {
    match part.rsplit_once('.') {
        Some((name, extension)) => format!("{name}{}.{extension}", suffix(number)),
        None => format!("{part}{}", suffix(number)),
    }
}

/// Adds what the document has beyond the layout to what the layout says it has.
fn announce(
    package: &mut Package,
    template: &Template,
    reports: usize,
    has_list: bool,
) -> Result<(), String> {
    use std::fmt::Write as _;
    let rels = relationships_of(&template.main);
    let (mut types, mut relationships) = (String::new(), String::new());
    let mut add = |part: &str, kind: &str, relationship: &str, id: &str| {
        let _ = write!(
            types,
            "<Override PartName=\"/{part}\" ContentType=\"{kind}\"/>"
        );
        let _ = write!(
            relationships,
            "<Relationship Id=\"{id}\" Type=\"{relationship}\" Target=\"/{part}\"/>"
        );
    };
    for margin in &template.margins {
        for number in 2..=reports {
            let kind = FOOTER.replace("footer", margin.kind.rsplit('/').next().unwrap_or_default());
            let id = format!("{}{}", margin.id, suffix(number));
            add(&numbered(&margin.part, number), &kind, &margin.kind, &id);
        }
    }
    if has_list {
        let part = list_footer(template);
        add(
            &part,
            FOOTER,
            &format!("{RELATIONSHIPS}/footer"),
            LIST_FOOTER,
        );
        package.put(&part, FOOTER_OF_LIST.as_bytes().to_vec());
    }
    insert(package, TYPES, "</Types>", &types)?;
    insert(package, &rels, "</Relationships>", &relationships)
}

fn list_footer(template: &Template) -> String {
    let folder = template
        .main
        .rsplit_once('/')
        .map_or("word", |(folder, _)| folder);
    format!("{folder}/{LIST_FOOTER}.xml")
}

fn insert(package: &mut Package, part: &str, before: &str, text: &str) -> Result<(), String> {
    if text.is_empty() {
        return Ok(());
    }
    let whole = package.text(part)?;
    let Some((start, end)) = whole.rsplit_once(before) else {
        return Err(format!("`{part}` does not end with `{before}`"));
    };
    let whole = format!("{start}{text}{before}{end}");
    package.put(part, whole.into_bytes());
    Ok(())
}

impl Writer for DocxWriter {
    /// Nothing is known yet of what comes first.
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn dossier(&mut self, fragment: &Fragment, _: &mut dyn Write) -> io::Result<()> {
        let Body {
            text,
            margins,
            line,
        } = serde_json::from_str(&fragment.body)?;
        self.texts.write_all(text.as_bytes())?;
        self.lengths.push(text.len() as u64);
        self.margins
            .push(&(serde_json::to_string(&margins)? + "\n"))?;
        self.lines.push(line);
        Ok(())
    }

    fn error(&mut self, error: &ErrorReport, _: &mut dyn Write) -> io::Result<()> {
        self.errors.of(error).push(error.to_string());
        Ok(())
    }

    fn end(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        let template = Arc::clone(&self.template);
        let reports = self.lengths.len();
        let has_errors = self.errors.each().iter().any(|errors| !errors.is_empty());
        let has_list = reports != 1 || has_errors || end.partial || !end.across.is_empty();
        let mut package = template.package.clone();
        announce(&mut package, &template, reports, has_list).map_err(io::Error::other)?;
        // Readers of such archives expect sizes where only somebody who goes back can write them.
        let mut archive = Archive::new(tempfile()?);
        for (name, bytes) in package.parts() {
            archive.add(name, bytes)?;
        }
        self.main(end, has_list, archive.begin(&template.main)?)?;
        if reports == 0 {
            for Margin { part, empty, .. } in &template.margins {
                archive.add(part, empty.as_bytes())?;
            }
        }
        for (number, margins) in (1..).zip(self.margins.lines()?) {
            let margins: Vec<String> = serde_json::from_str(&margins?)?;
            for (margin, text) in template.margins.iter().zip(margins) {
                let part = numbered(&margin.part, number);
                copy(&mut text.as_bytes(), number, archive.begin(&part)?)?;
                if let (2.., Ok(rels)) = (number, package.text(&relationships_of(&margin.part))) {
                    archive.add(&relationships_of(&part), rels.as_bytes())?;
                }
            }
        }
        let mut file = archive.end()?;
        file.rewind()?;
        io::copy(&mut file, out).map(|_| ())
    }
}
