//! A Word document as the parts in its archive.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::xml::Document;

/// How large a part may be that expressions are looked for in.
pub const LARGEST_TEXT: u64 = 16 << 20;

/// How large any part may be.
const LARGEST: u64 = 64 << 20;

/// How large all parts may be together.
const LARGEST_SUM: u64 = 256 << 20;

/// How many parts there may be.
const MOST: usize = 4096;

/// What kinds the parts have.
pub const TYPES: &str = "[Content_Types].xml";

/// The kind of a document without macros.
const KIND: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// The parts of a document by their names.
#[derive(Clone, Debug, Default)]
pub struct Package {
    parts: BTreeMap<String, Vec<u8>>,
}

/// A relationship of a part.
#[derive(Clone, Debug)]
pub struct Relationship {
    /// What the part calls it.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// The name of the part that it leads to.
    pub target: String,
}

impl Relationship {
    /// The last word of its kind, as `header`.
    pub fn name(&self) -> &str {
        self.kind.rsplit('/').next().unwrap_or_default()
    }
}

impl Package {
    /// The parts of an archive, as long as they are of sensible size.
    pub fn read(archive: impl Read + Seek) -> Result<Self, String> {
        let no_docx = |error| format!("it is no Word document (.docx): {error}");
        let mut archive = ZipArchive::new(archive).map_err(|error| no_docx(error.to_string()))?;
        if archive.len() > MOST {
            return Err(format!("it has more than {MOST} parts"));
        }
        let mut package = Self::default();
        let mut sum = 0;
        for index in 0..archive.len() {
            let part = archive.by_index(index);
            let part = part.map_err(|error| no_docx(error.to_string()))?;
            if part.is_dir() {
                continue;
            }
            let name = part
                .name()
                .map_err(|error| no_docx(error.to_string()))?
                .into_owned();
            let mut bytes = Vec::new();
            // What the archive says of the size is not relied on.
            let read = part.take(LARGEST + 1).read_to_end(&mut bytes);
            read.map_err(|error| no_docx(format!("`{name}`: {error}")))?;
            let size = bytes.len() as u64;
            sum += size;
            if size > LARGEST || sum > LARGEST_SUM {
                let limit = if size > LARGEST { LARGEST } else { LARGEST_SUM } >> 20;
                return Err(format!(
                    "with `{name}` it is larger than {limit} MiB unpacked"
                ));
            }
            if package.parts.insert(name.clone(), bytes).is_some() {
                return Err(format!("it has `{name}` twice"));
            }
        }
        package.check_kind()?;
        Ok(package)
    }

    /// Whether it is a document without macros.
    fn check_kind(&self) -> Result<(), String> {
        let Some(types) = self.parts.get(TYPES) else {
            return Err(format!(
                "it is no Word document (.docx): it has no `{TYPES}`"
            ));
        };
        let types = String::from_utf8_lossy(types);
        let has_macros = types.contains("macroEnabled") || types.contains("vbaProject");
        if has_macros
            || self
                .parts
                .keys()
                .any(|name| name.ends_with("vbaProject.bin"))
        {
            return Err("it has macros: save it as a document without them (.docx)".to_owned());
        }
        if !types.contains(KIND) {
            return Err("it is no Word document: save it as .docx".to_owned());
        }
        Ok(())
    }

    /// The part as text.
    pub fn text(&self, name: &str) -> Result<&str, String> {
        let Some(bytes) = self.parts.get(name) else {
            return Err(format!("it has no `{name}`"));
        };
        if bytes.len() as u64 > LARGEST_TEXT {
            let limit = LARGEST_TEXT >> 20;
            return Err(format!("`{name}` is larger than {limit} MiB"));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| format!("`{name}` is not UTF-8"))?;
        Ok(text.trim_start_matches('\u{feff}'))
    }

    /// The part as a tree.
    pub fn document(&self, name: &str) -> Result<Document, String> {
        Document::read(self.text(name)?).map_err(|error| format!("`{name}`: {error}"))
    }

    /// Whether there is such a part.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(name)
    }

    /// Adds or replaces a part.
    pub fn put(&mut self, name: &str, bytes: Vec<u8>) {
        self.parts.insert(name.to_owned(), bytes);
    }

    /// Takes a part out.
    pub fn take(&mut self, name: &str) -> Option<Vec<u8>> {
        self.parts.remove(name)
    }

    /// The parts, the one with the kinds first, as programs expect it.
    pub fn parts(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let types = self.parts.get_key_value(TYPES);
        let others = self.parts.iter().filter(|(name, _)| *name != TYPES);
        let all = types.into_iter().chain(others);
        all.map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// Where a part leads to in the package; nothing for a part without relationships.
    pub fn relationships(&self, of: &str) -> Result<Vec<Relationship>, String> {
        let rels = relationships_of(of);
        if !self.has(&rels) {
            return Ok(Vec::new());
        }
        let document = self.document(&rels)?;
        let folder = of.rsplit_once('/').map_or("", |(folder, _)| folder);
        let all = document.root.elements().filter_map(|element| {
            if element.attribute("TargetMode").as_deref() == Some("External") {
                return None;
            }
            let target = element.attribute("Target")?;
            Some(Relationship {
                id: element.attribute("Id")?,
                kind: element.attribute("Type")?,
                target: match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None if folder.is_empty() => target,
                    None => format!("{folder}/{target}"),
                },
            })
        });
        Ok(all.collect())
    }

    /// The name of the part that holds the text.
    pub fn main(&self) -> Result<String, String> {
        let relationships = self.relationships("")?;
        let main = relationships
            .into_iter()
            .find(|it| it.name() == "officeDocument");
        main.map(|main| main.target)
            .ok_or_else(|| "it is no Word document: it names no main part".to_owned())
    }
}

/// The name of the part that has the relationships of a part.
pub fn relationships_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// An archive under way that says nothing of when or where it was made.
pub struct Archive<W: Write + Seek>(ZipWriter<W>);

impl<W: Write + Seek> Archive<W> {
    /// An archive without parts.
    pub fn new(out: W) -> Self {
        Self(ZipWriter::new(out).set_auto_large_file())
    }

    /// Begins the next part; what is written goes there.
    pub fn begin(&mut self, name: &str) -> io::Result<&mut impl Write> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o644);
        self.0.start_file(name, options).map_err(io::Error::from)?;
        Ok(&mut self.0)
    }

    /// Adds a part.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.begin(name)?.write_all(bytes)
    }

    /// Ends the archive.
    pub fn end(self) -> io::Result<W> {
        self.0.finish().map_err(io::Error::from)
    }
}
