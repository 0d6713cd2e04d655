//! What the fuzz targets share.

use ciieval::dossier::{Content, Dossier, Format, Limits, Loaded, Problem, Source, SourceFile};
use ciieval::pack::Pack;
use ciieval::schema::Schema;
use std::io::{Cursor, Write};
use std::sync::{Arc, LazyLock};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The built-in pack.
pub static PACK: LazyLock<Arc<Pack>> =
    LazyLock::new(|| Arc::new(Pack::load(&[]).expect("the built-in pack is sound")));

/// The evidence model.
pub static SCHEMA: LazyLock<Schema> =
    LazyLock::new(|| Schema::new(&PACK).expect("the built-in schema is sound"));

/// What begins a file inside an input; its name follows, up to the end of the line.
pub const FILE: &str = "\n=== ";

/// Reads and checks a dossier of one file.
///
/// # Errors
/// What is wrong with it.
pub fn check(name: &str, format: Format, bytes: &[u8]) -> Result<Dossier, Vec<Problem>> {
    let file = SourceFile {
        content: Content::Bytes(bytes.to_vec()),
        shown: name.to_owned(),
        name: name.to_owned(),
        format,
        line: None,
    };
    let source = Source {
        path: name.to_owned(),
        files: vec![file],
        is_folder: false,
        limits: match format {
            // What aliases repeat in YAML is written out in the JSON of the same evidence.
            Format::Json => Limits {
                file_size: 8 * Limits::DEFAULT.file_size,
                ..Limits::DEFAULT
            },
            _ => Limits::DEFAULT,
        },
    };
    let read = Loaded::new(source).check(&SCHEMA);
    if let Err(problems) = &read {
        assert!(!problems.is_empty(), "refused without a reason");
        for problem in problems {
            assert!(!problem.to_string().is_empty());
        }
    }
    read
}

/// The files of an input, with their names.
pub fn files(input: &str) -> impl Iterator<Item = (&str, &str)> {
    input.split(FILE).filter_map(|file| file.split_once('\n'))
}

/// An archive of the files of an input.
pub fn archive(input: &str) -> Option<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in files(input) {
        archive.start_file(name, stored).ok()?;
        archive.write_all(text.as_bytes()).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}
