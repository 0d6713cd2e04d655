//! The file and line that a reader is sent to, also where the exact place of something is not known.

use super::error::ErrorReport;
use super::model::{ClauseReport, DossierReport};
use super::remark::{Remark, RemarkPlace};
use super::text::sentences::decisive;
use super::text::words::Words;
use crate::dossier::{Location, Places};

/// The places of one dossier.
#[derive(Debug)]
pub struct Spots<'a> {
    places: &'a Places,
    start: Location,
}

impl<'a> Spots<'a> {
    /// The places in the files of a dossier.
    #[must_use]
    pub fn new(dossier: &DossierReport, places: &'a Places) -> Self {
        let start = places.start().unwrap_or_else(|| of_path(&dossier.path));
        Self {
            places,
            start: tidy(start),
        }
    }

    /// Where the dossier begins.
    #[must_use]
    pub fn start(&self) -> &Location {
        &self.start
    }

    /// Where something stands, or the nearest thing around it; none if nothing of it is there.
    #[must_use]
    pub fn known(&self, path: &str) -> Option<Location> {
        self.places.locate(path).map(tidy)
    }

    /// Where a clause's status is decided, the most telling place first; at least the dossier's beginning.
    #[must_use]
    pub fn of_clause(&self, clause: &ClauseReport) -> Vec<(Location, String)> {
        let mut spots: Vec<(Location, String)> = Vec::new();
        for check in decisive(clause).chain(&clause.checks) {
            let Some(spot) = self.known(&check.path) else {
                continue;
            };
            if !spots.iter().any(|(_, path)| *path == check.path) {
                spots.push((spot, check.path.clone()));
            }
        }
        if spots.is_empty() {
            spots.push((self.start.clone(), String::new()));
        }
        spots
    }
}

/// Where an error is.
#[must_use]
pub fn of_error(error: &ErrorReport) -> Location {
    let Some(line) = error.line else {
        return tidy(of_path(&error.path));
    };
    tidy(Location {
        file: error.path.clone(),
        sheet: error.sheet.clone(),
        line,
        column: error.column.unwrap_or(1),
    })
}

/// The path without `./` before it: build servers compare paths from the root as texts.
#[must_use]
pub fn from_root(path: &str) -> &str {
    let mut path = path;
    while let Some(rest) = path.strip_prefix("./") {
        path = rest.trim_start_matches('/');
    }
    path
}

fn tidy(mut location: Location) -> Location {
    location.file = from_root(&location.file).to_owned();
    location
}

/// The beginning of a dossier by its path alone, which is `file:line` for a line of a file.
fn of_path(path: &str) -> Location {
    let line = path.rsplit_once(':').and_then(|(file, line)| {
        let line = line.parse().ok().filter(|line| *line > 0)?;
        Some((file, line))
    });
    let (file, line) = line.unwrap_or((path, 1));
    Location {
        file: file.to_owned(),
        sheet: None,
        line,
        column: 1,
    }
}

/// The place of a remark.
#[must_use]
pub fn of_remark(place: &RemarkPlace) -> Location {
    tidy(Location {
        file: place.file.clone(),
        sheet: place.sheet.clone(),
        line: place.line.unwrap_or(1),
        column: place.column.unwrap_or(1),
    })
}

/// What a remark says in lines, with all of its places.
#[must_use]
pub fn lines_of_remark(words: &Words, remark: &Remark) -> Vec<String> {
    let places = remark.places.iter().map(ToString::to_string);
    let text = remark.text.get(words.language()).to_owned();
    std::iter::once(text).chain(places).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_file_is_a_place_in_it() {
        let place = |path| of_error(&ErrorReport::new(path, "x")).to_string();
        assert_eq!(place("./a/all.ndjson:12"), "a/all.ndjson:12:1");
        assert_eq!(place("a.yaml"), "a.yaml:1:1");
        assert_eq!(place("-:3"), "-:3:1");
        assert_eq!(place("odd:name"), "odd:name:1:1");
    }
}
