//! What an entry holds: the result in JSON, compressed, below a line with the digest of key and result.
//! Numbers come back as they were written, so that a report made of it has the same bytes.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Key;
use crate::dossier::Source;
use crate::pack::source::hex;
use crate::report::{DossierReport, ErrorReport};

const MARK: &str = "ciieval/kept/v1";

/// A result apart from where its dossier lies.
#[derive(Deserialize)]
pub struct Kept {
    dossier: DossierReport,
    errors: Vec<KeptError>,
}

#[derive(Serialize)]
struct KeptRef<'a> {
    dossier: &'a DossierReport,
    errors: Vec<KeptError>,
}

/// An error about a file of the dossier, by its number, and a line of its own text.
#[derive(Serialize, Deserialize)]
struct KeptError {
    file: usize,
    message: String,
    sheet: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    place: Option<String>,
}

/// The bytes of an entry; none where an error is about something outside of the dossier.
pub fn seal(
    key: &Key,
    dossier: &DossierReport,
    errors: &[ErrorReport],
    source: &Source,
) -> Option<Vec<u8>> {
    let errors = errors.iter().map(|error| KeptError::new(error, source));
    let errors = errors.collect::<Option<Vec<KeptError>>>()?;
    let payload = serde_json::to_vec(&KeptRef { dossier, errors }).ok()?;
    let payload = lz4_flex::compress_prepend_size(&payload);
    let mut bytes = format!("{MARK} {}\n", digest(key, &payload)).into_bytes();
    bytes.extend(payload);
    Some(bytes)
}

/// What an entry holds, if it is whole and of this key.
pub fn open(bytes: &[u8], key: &Key) -> Option<Kept> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (head, payload) = (bytes.get(..end)?, bytes.get(end + 1..)?);
    let expected = format!("{MARK} {}", digest(key, payload));
    if head != expected.as_bytes() {
        return None;
    }
    let payload = lz4_flex::decompress_size_prepended(payload).ok()?;
    serde_json::from_slice(&payload).ok()
}

fn digest(key: &Key, payload: &[u8]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(&key.0);
    hasher.update(payload);
    hex(&hasher.finalize())
}

impl Kept {
    /// The result as one of the dossier at `source`.
    pub fn of(self, source: &Source) -> Option<(DossierReport, Vec<ErrorReport>)> {
        let dossier = DossierReport {
            path: source.path.clone(),
            ..self.dossier
        };
        let errors = self.errors.into_iter().map(|error| error.of(source));
        Some((dossier, errors.collect::<Option<_>>()?))
    }
}

impl KeptError {
    fn new(error: &ErrorReport, source: &Source) -> Option<Self> {
        let mut files = source.files.iter();
        let file = files.position(|file| file.shown == error.path)?;
        let first = source.files.get(file)?.line.unwrap_or(1);
        Some(Self {
            file,
            message: error.message.clone(),
            sheet: error.sheet.clone(),
            line: error.line.map(|line| line + 1 - first),
            column: error.column,
            place: error.place.clone(),
        })
    }

    fn of(self, source: &Source) -> Option<ErrorReport> {
        let file = source.files.get(self.file)?;
        let first = file.line.unwrap_or(1);
        Some(ErrorReport {
            sheet: self.sheet,
            line: self.line.map(|line| line + first - 1),
            column: self.column,
            place: self.place,
            ..ErrorReport::new(&file.shown, &self.message)
        })
    }
}
