//! Files with a JSON dossier on each line (NDJSON): each line is a dossier of its own, so that a bad
//! one costs only itself.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;

use super::{Content, Discovery, Source, SourceFile, shown};
use crate::dossier::Limits;
use crate::dossier::locate::Format;
use crate::dossier::problem::Problem;

impl Discovery<'_> {
    pub(super) fn file_of_lines(&mut self, path: &Path) -> ControlFlow<()> {
        let shown = shown(path);
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) => return self.unreadable(&shown, &error),
        };
        let before = self.anything;
        self.anything = false;
        self.lines(&shown, &mut BufReader::new(file))?;
        if !self.anything {
            self.problem(Problem::new(&shown, "no dossier was found in it"))?;
        }
        self.anything |= before;
        ControlFlow::Continue(())
    }

    /// Hands out each line as soon as it is there; empty ones are none.
    pub(super) fn lines(&mut self, name: &str, reader: &mut dyn BufRead) -> ControlFlow<()> {
        let limits = self.search.limits;
        let mut number = 0;
        loop {
            number += 1;
            match next(reader, limits.file_size) {
                Ok(Line::End) => return ControlFlow::Continue(()),
                Ok(Line::Text(bytes)) if bytes.trim_ascii().is_empty() => {}
                Ok(Line::Text(bytes)) => {
                    self.dossier(line(name, number, Content::Bytes(bytes), limits))?;
                }
                Ok(Line::TooLong) => {
                    self.dossier(line(name, number, Content::TooLarge, limits))?;
                }
                Err(error) => return self.unreadable(name, &error),
            }
        }
    }

    pub(super) fn unreadable(&mut self, name: &str, error: &io::Error) -> ControlFlow<()> {
        self.problem(Problem::new(name, format!("cannot be read: {error}")))
    }
}

enum Line {
    Text(Vec<u8>),
    TooLong,
    End,
}

/// The next line without its end. One that is too long is skipped without being held.
fn next(mut reader: &mut dyn BufRead, largest: u64) -> io::Result<Line> {
    let mut bytes = Vec::new();
    let read = (&mut reader)
        .take(largest.saturating_add(1))
        .read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(Line::End);
    }
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
        if bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
    } else if bytes.len() as u64 > largest {
        reader.skip_until(b'\n')?;
        return Ok(Line::TooLong);
    }
    Ok(Line::Text(bytes))
}

fn line(name: &str, number: usize, content: Content, limits: Limits) -> Source {
    let file = SourceFile {
        content,
        shown: name.to_owned(),
        name: name.to_owned(),
        format: Format::Json,
        line: Some(number),
    };
    Source {
        path: format!("{name}:{number}"),
        files: vec![file],
        is_folder: false,
        limits,
    }
}
