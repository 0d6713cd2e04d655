//! The files of a pack: from the binary for the built-in one, from a folder for others.

use include_dir::{Dir, DirEntry, include_dir};
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::Path;
use walkdir::WalkDir;

use super::{PackError, limits};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/policies");

/// One text file of a pack.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path inside the pack, with `/` between folders.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl SourceFile {
    /// Whether the file is Rego.
    #[must_use]
    pub fn is_rego(&self) -> bool {
        self.has_extension("rego")
    }

    /// Whether the file holds Rego tests.
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.path.ends_with("_test.rego")
    }

    /// Whether the file is YAML or JSON data.
    #[must_use]
    pub fn is_data(&self) -> bool {
        self.has_extension("yaml") || self.has_extension("yml") || self.has_extension("json")
    }

    /// The same file in a folder; `folder` ends with a slash, or is empty.
    #[must_use]
    pub fn under(self, folder: &str) -> Self {
        Self {
            path: format!("{folder}{}", self.path),
            ..self
        }
    }

    fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|found| found.eq_ignore_ascii_case(extension))
    }
}

/// The files of the pack that the binary carries, ordered by path.
///
/// # Errors
/// A file that is not UTF-8, which a build of this crate does not have.
pub fn built_in() -> Result<Vec<SourceFile>, PackError> {
    let mut files = Vec::new();
    let mut pending = vec![&BUILT_IN];
    while let Some(dir) = pending.pop() {
        for entry in dir.entries() {
            match entry {
                DirEntry::Dir(inner) => pending.push(inner),
                DirEntry::File(file) => {
                    let path = file.path().to_string_lossy().replace('\\', "/");
                    let text = file
                        .contents_utf8()
                        .ok_or_else(|| PackError::new(&path, "is not UTF-8 text"))?;
                    files.push(SourceFile {
                        path,
                        text: text.to_owned(),
                    });
                }
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// The Rego, YAML and JSON files of the pack in folder `root`, ordered by path; hidden files are left out.
///
/// # Errors
/// A folder or file that cannot be read, leads out of the folder or is too large, or a file that is not
/// UTF-8.
pub fn folder(root: &Path) -> Result<Vec<SourceFile>, PackError> {
    let mut files = Vec::new();
    let mut bytes = 0;
    let inside = std::fs::canonicalize(root).map_err(|error| unreadable(root, &error))?;
    let entries = WalkDir::new(root)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter();
    let visible = entries
        .filter_entry(|e| e.depth() == 0 || !e.file_name().to_string_lossy().starts_with('.'));
    for (index, entry) in visible.enumerate() {
        let entry = entry.map_err(|error| unreadable(error.path().unwrap_or(root), &error))?;
        let wrong = |message: &str| PackError::new(&entry.path().display().to_string(), message);
        if index > limits::ENTRIES || entry.depth() > limits::FOLDERS {
            return Err(wrong(&format!(
                "is too much: the folder of a pack may hold {} files and folders in {} levels",
                limits::ENTRIES,
                limits::FOLDERS
            )));
        }
        if entry.depth() > 0 && entry.path_is_symlink() && leads_out(entry.path(), &inside) {
            return Err(wrong(
                "is a link that leads out of the pack: put the file itself there",
            ));
        }
        if !entry.file_type().is_file() {
            continue;
        }
        let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let mut file = SourceFile {
            path: relative.to_string_lossy().replace('\\', "/"),
            text: String::new(),
        };
        if !file.is_rego() && !file.is_data() {
            continue;
        }
        file.text = read(entry.path())?;
        bytes += file.text.len() as u64;
        files.push(file);
        if files.len() > limits::FILES || bytes > limits::ALL_FILES {
            return Err(wrong(&format!(
                "is one too many: a pack may have {} files of {} MiB together",
                limits::FILES,
                limits::ALL_FILES >> 20
            )));
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn read(path: &Path) -> Result<String, PackError> {
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(|error| unreadable(path, &error))?;
    file.take(limits::FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(path, &error))?;
    let wrong = |message: &str| PackError::new(&path.display().to_string(), message);
    if bytes.len() as u64 > limits::FILE {
        let most = limits::FILE >> 20;
        return Err(wrong(&format!(
            "is larger than {most} MiB, the most that a file of a pack may be"
        )));
    }
    String::from_utf8(bytes).map_err(|_| wrong("is not UTF-8 text"))
}

fn unreadable(path: &Path, error: &dyn std::fmt::Display) -> PackError {
    let shown = path.display().to_string();
    PackError::new(&shown, &format!("cannot be read: {error}"))
}

/// Whether a link ends elsewhere than in the folder.
fn leads_out(link: &Path, inside: &Path) -> bool {
    std::fs::canonicalize(link).is_ok_and(|end| !end.starts_with(inside))
}

/// SHA-256 over the names and contents of the files, in hexadecimal; tests do not count.
#[must_use]
pub fn digest(files: &[SourceFile]) -> String {
    let mut hasher = Sha256::new();
    for file in files.iter().filter(|file| !file.is_test()) {
        hasher.update(file.path.as_bytes());
        hasher.update([0]);
        hasher.update((file.text.len() as u64).to_le_bytes());
        hasher.update(file.text.as_bytes());
    }
    hex(&hasher.finalize())
}

/// Bytes in lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
