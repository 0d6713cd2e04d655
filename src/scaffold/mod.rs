//! Beginnings of packs: a folder that evaluates, lints and passes its tests as it is written.

use include_dir::{Dir, DirEntry, include_dir};
use std::fs;
use std::io;
use std::path::Path;

use crate::interrupt::Drafts;
use crate::pack::Catalogue;
use crate::pipeline::sink;

static PACK: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/pack");

/// What stands for the pack's name in the template.
const NAME: &str = "NAME";

/// Words that Rego and packs have taken.
const TAKEN: [&str; 21] = [
    "as",
    "ciieval",
    "contains",
    "data",
    "default",
    "else",
    "every",
    "false",
    "if",
    "import",
    "in",
    "input",
    "labels",
    "not",
    "null",
    "package",
    "set",
    "some",
    "true",
    "vocabulary",
    "with",
];

/// Why there is no new pack.
#[derive(Debug, thiserror::Error)]
pub enum ScaffoldError {
    /// The name cannot be part of a Rego package.
    #[error(
        "`{0}` cannot name a pack: a name has lower-case letters, digits and `_`, and begins with a letter; `--name` gives one"
    )]
    Name(String),
    /// The standard has a class or term of that name.
    #[error("`{0}` is a class or a term of the standard: `--name` gives the pack another name")]
    Known(String),
    /// Something is there already.
    #[error("`{folder}` is there already and not empty: name another folder")]
    There {
        /// The folder.
        folder: String,
    },
    /// It cannot be written.
    #[error("`{folder}` cannot be written: {error}")]
    Unwritten {
        /// The folder.
        folder: String,
        /// Why.
        error: io::Error,
    },
}

/// Writes a new pack into a folder that is not there or empty, to lie over `below`. Without a name it is
/// called as the folder. Returns the name.
///
/// # Errors
/// A name that is none or known below, a folder that has something in it, or one that cannot be written to.
pub fn pack(below: &Catalogue, folder: &Path, name: Option<&str>) -> Result<String, ScaffoldError> {
    let of_folder = || {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        name.replace('-', "_")
    };
    let name = name.map_or_else(of_folder, str::to_owned);
    if !is_name(&name) {
        return Err(ScaffoldError::Name(name));
    }
    if below.class(&name).is_some() || below.terms.iter().any(|term| term.id == name) {
        return Err(ScaffoldError::Known(name));
    }
    new_folder(folder)?;
    write(&PACK, folder, &name).map_err(|error| unwritten(folder, error))?;
    Ok(name)
}

/// Makes a folder that is not there; one that is must be empty.
///
/// # Errors
/// A folder that has something in it, or cannot be made.
pub fn new_folder(folder: &Path) -> Result<(), ScaffoldError> {
    fs::create_dir_all(folder).map_err(|error| unwritten(folder, error))?;
    let mut entries = fs::read_dir(folder).map_err(|error| unwritten(folder, error))?;
    if entries.next().is_some() {
        return Err(ScaffoldError::There {
            folder: folder.display().to_string(),
        });
    }
    Ok(())
}

fn unwritten(folder: &Path, error: io::Error) -> ScaffoldError {
    ScaffoldError::Unwritten {
        folder: folder.display().to_string(),
        error,
    }
}

fn write(dir: &Dir, folder: &Path, name: &str) -> io::Result<()> {
    // What makes the folder a pack comes last: until then it is none.
    let is_manifest = |entry: &&DirEntry| entry.path() == Path::new("pack.yaml");
    let mut entries: Vec<&DirEntry> = dir.entries().iter().collect();
    entries.sort_by_key(is_manifest);
    for entry in entries {
        let path = folder.join(entry.path());
        match entry {
            DirEntry::Dir(inner) => {
                fs::create_dir_all(path)?;
                write(inner, folder, name)?;
            }
            DirEntry::File(file) => {
                let text = file.contents_utf8().unwrap_or_default();
                sink::create(
                    &path,
                    text.replace(NAME, name).as_bytes(),
                    &Drafts::default(),
                )?;
            }
        }
    }
    Ok(())
}

/// Whether rules of the pack can lie in a package of that name.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && !TAKEN.contains(&name)
}
