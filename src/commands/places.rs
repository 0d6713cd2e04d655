//! Where reports go, opened before any work starts, so that a bad path fails at once.

use std::io;
use std::path::{Path, PathBuf};

use super::Failure;
use crate::dossier::STDIN;
use crate::interrupt::Drafts;
use crate::pipeline::sink::Place;

/// The places that `--format` and `-o` name, none of them twice; without any the default goes to stdout.
pub(super) fn open<F: Copy>(
    format: Option<F>,
    default: F,
    outputs: &[(F, PathBuf)],
    drafts: &Drafts,
) -> Result<Vec<(F, Place)>, Failure> {
    let default = outputs.is_empty().then_some(default);
    let to_stdout = format.or(default).map(|format| (format, Place::Stdout));
    let mut places: Vec<(F, Place)> = to_stdout.into_iter().collect();
    for (format, path) in outputs {
        let place = if path.as_os_str() == STDIN {
            Place::Stdout
        } else {
            Place::open(path, drafts).map_err(|error| cannot_write(Some(path), &error))?
        };
        let is_taken = places.iter().any(|(_, other)| other.path() == place.path());
        if is_taken && !place.takes_several() {
            let path = place
                .path()
                .map_or("stdout".to_owned(), |_| format!("`{}`", path.display()));
            return Err(Failure::new(&format!("two reports go to {path}")));
        }
        places.push((*format, place));
    }
    Ok(places)
}

/// A report that is written at once, to `out` where it goes to stdout.
pub(super) fn write(mut place: Place, text: &str, out: &mut dyn io::Write) -> Result<(), Failure> {
    if matches!(place, Place::Stdout) {
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        return Ok(super::unless_closed(written)?);
    }
    let path = place.path().map(Path::to_owned);
    let written = place.write(text.as_bytes()).and_then(|()| place.publish());
    super::unless_closed(written).map_err(|error| cannot_write(path.as_deref(), &error))
}

/// A place for a file whose name has one of these endings, and which is not there yet unless it may be
/// replaced.
pub(super) fn new_file(path: &Path, endings: &[&str], replace: bool) -> Result<Place, Failure> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let ending = ending.unwrap_or_default().to_ascii_lowercase();
    let shown = path.display();
    if !endings.contains(&ending.as_str()) {
        let known: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
        return Err(Failure::new(&format!(
            "`{shown}` cannot be written: its name must end in {}",
            known.join(", ")
        )));
    }
    if !replace && path.is_file() {
        return Err(Failure::new(&format!(
            "`{shown}` is there already and is left as it is: name another file"
        )));
    }
    Place::open(path, &Drafts::default()).map_err(|error| cannot_write(Some(path), &error))
}

/// Writes a file at once.
pub(super) fn write_file(mut place: Place, bytes: &[u8]) -> Result<(), Failure> {
    let path = place.path().map(Path::to_owned);
    let written = place.write(bytes).and_then(|()| place.publish());
    written.map_err(|error| cannot_write(path.as_deref(), &error))
}

pub(super) fn cannot_write(path: Option<&Path>, error: &io::Error) -> Failure {
    Failure::new(&match path {
        Some(path) => format!("`{}` cannot be written: {error}", path.display()),
        None => format!("the output cannot be written: {error}"),
    })
}
