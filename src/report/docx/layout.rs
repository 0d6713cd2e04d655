//! The built-in layout: a template as any other, kept as readable files.

use include_dir::{Dir, include_dir};
use std::io::{self, Cursor};

use super::package::{Archive, Package};

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/src/report/docx/layout");

/// The folder whose files make up the main part, one after the other.
const PIECES: &str = "document";

/// The main part.
const MAIN: &str = "word/document.xml";

/// The parts of the layout.
pub fn package() -> Package {
    let mut package = Package::default();
    let mut files = Vec::new();
    collect(&FILES, &mut files);
    files.sort();
    let mut main = Vec::new();
    for (path, bytes) in files {
        if path.starts_with(PIECES) {
            main.extend_from_slice(bytes);
        } else {
            package.put(&path, bytes.to_vec());
        }
    }
    package.put(MAIN, main);
    package
}

fn collect<'f>(folder: &'f Dir, files: &mut Vec<(String, &'f [u8])>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.push((path, file.contents()));
    }
    for inner in folder.dirs() {
        collect(inner, files);
    }
}

/// The layout as a Word document, to start one's own from.
///
/// # Errors
/// None.
pub fn docx() -> io::Result<Vec<u8>> {
    let mut archive = Archive::new(Cursor::new(Vec::new()));
    for (name, bytes) in package().parts() {
        archive.add(name, bytes)?;
    }
    archive.end().map(Cursor::into_inner)
}
