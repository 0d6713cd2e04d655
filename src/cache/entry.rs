//! What an entry holds: the result in JSON, compressed, below a line with the digest of key and result.
//! Numbers come back as they were written, so that a report made of it has the same bytes.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Key;
use crate::across::Claim;
use crate::dossier::Source;
use crate::pack::source::hex;
use crate::report::remark::RemarkPlace;
use crate::report::{DossierReport, ErrorReport};

const MARK: &str = "ciieval/kept/v2";

/// A result apart from where its dossier lies.
#[derive(Deserialize)]
pub struct Kept {
    dossier: DossierReport,
    errors: Vec<KeptError>,
    claims: Vec<Claim>,
}

#[derive(Serialize)]
struct KeptRef<'a> {
    dossier: &'a DossierReport,
    errors: Vec<KeptError>,
    claims: &'a [Claim],
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
    let mut dossier = dossier.clone();
    move_places(&mut dossier, |place| place_in(place, source))?;
    let kept = KeptRef {
        dossier: &dossier,
        errors,
        claims: &dossier.claims,
    };
    let payload = serde_json::to_vec(&kept).ok()?;
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
        let mut dossier = DossierReport {
            path: source.path.clone(),
            claims: self.claims,
            ..self.dossier
        };
        move_places(&mut dossier, |place| place_of(place, source))?;
        let errors = self.errors.into_iter().map(|error| error.of(source));
        Some((dossier, errors.collect::<Option<_>>()?))
    }
}

/// Moves all places in a result; none where one cannot be moved.
fn move_places(
    dossier: &mut DossierReport,
    to: impl Fn(&mut RemarkPlace) -> Option<()>,
) -> Option<()> {
    let mut claims = std::mem::take(&mut dossier.claims);
    let claimed = claims.iter_mut().map(|claim| &mut claim.place);
    let moved = dossier.remark_places().chain(claimed).try_for_each(to);
    dossier.claims = claims;
    moved
}

/// Makes a place one of a file by its number, and a line of its own text.
fn place_in(place: &mut RemarkPlace, source: &Source) -> Option<()> {
    let mut files = source.files.iter();
    let number = files.position(|file| file.shown == place.file)?;
    let first = source.files.get(number)?.line.unwrap_or(1);
    place.file = number.to_string();
    place.line = place.line.map(|line| line + 1 - first);
    Some(())
}

/// Makes it one of the file that has that number now.
fn place_of(place: &mut RemarkPlace, source: &Source) -> Option<()> {
    let file = source.files.get(place.file.parse::<usize>().ok()?)?;
    let first = file.line.unwrap_or(1);
    place.file.clone_from(&file.shown);
    place.line = place.line.map(|line| line + first - 1);
    Some(())
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
