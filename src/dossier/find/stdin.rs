//! Standard input: one dossier, or one on each line.

use serde::de::IgnoredAny;
use std::io::{self, BufRead, Cursor, Read};
use std::ops::ControlFlow;

use super::{Content, Discovery, STDIN, Source, SourceFile, StdinFormat};
use crate::dossier::limits::Limit;
use crate::dossier::locate::Format;
use crate::dossier::problem::Problem;

impl Discovery<'_> {
    pub(super) fn stdin(&mut self, stdin: &mut dyn BufRead) -> ControlFlow<()> {
        let (head, format) = match self.search.stdin {
            Some(format) => (Vec::new(), format),
            None => match guess(stdin, self.search.limits.file_size) {
                Ok(guess) => guess,
                Err(error) => return self.unreadable(STDIN, &error),
            },
        };
        let mut reader = Cursor::new(head).chain(stdin);
        match format {
            StdinFormat::Ndjson => self.lines(STDIN, &mut reader),
            StdinFormat::Json => self.whole(&mut reader, Format::Json),
            StdinFormat::Yaml => self.whole(&mut reader, Format::Yaml),
        }
    }

    fn whole(&mut self, reader: &mut dyn BufRead, format: Format) -> ControlFlow<()> {
        let limits = self.search.limits;
        let largest = limits.file_size;
        let mut bytes = Vec::new();
        match reader
            .take(largest.saturating_add(1))
            .read_to_end(&mut bytes)
        {
            Err(error) => return self.unreadable(STDIN, &error),
            Ok(read) if read as u64 > largest => {
                let message = Limit::FileSize.exceeded(&limits, None);
                return self.problem(Problem::new(STDIN, message));
            }
            Ok(_) => {}
        }
        if bytes.trim_ascii().is_empty() {
            return ControlFlow::Continue(());
        }
        let file = SourceFile {
            content: Content::Bytes(bytes),
            shown: STDIN.to_owned(),
            name: STDIN.to_owned(),
            format,
            line: None,
        };
        self.dossier(Source {
            path: STDIN.to_owned(),
            files: vec![file],
            is_folder: false,
            limits,
        })
    }
}

/// Blank lines after which no line is waited for any more.
const BLANK: usize = 1_000;

/// What a stream holds, with what was read of it to tell: a dossier on each line if one of the first
/// two lines is a JSON object by itself, so that a broken first line costs only itself. A second line
/// is waited for only where the first is none, and no more is looked at than a dossier may be large.
fn guess(stream: &mut dyn BufRead, largest: u64) -> io::Result<(Vec<u8>, StdinFormat)> {
    let mut head = Vec::new();
    let mut blank = 0;
    for _ in 0..2 {
        let line = loop {
            let start = head.len();
            let left = largest.saturating_add(1).saturating_sub(start as u64);
            let read = stream.take(left).read_until(b'\n', &mut head)?;
            let line = head.get(start..).unwrap_or_default();
            if read == 0 || blank == BLANK || !line.trim_ascii().is_empty() {
                break line;
            }
            blank += 1;
        };
        if is_object(line) {
            return Ok((head, StdinFormat::Ndjson));
        }
    }
    let format = if unmarked(&head).trim_ascii_start().starts_with(b"{") {
        StdinFormat::Json
    } else {
        StdinFormat::Yaml
    };
    Ok((head, format))
}

fn is_object(line: &[u8]) -> bool {
    let line = unmarked(line);
    line.starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(line).is_ok()
}

/// The bytes without a byte order mark.
fn unmarked(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{StdinFormat, guess};

    fn guessed(text: &str) -> StdinFormat {
        let (head, format) = guess(&mut text.as_bytes(), 1_000).unwrap();
        assert!(text.as_bytes().starts_with(&head));
        format
    }

    #[test]
    fn lines_are_told_from_one_dossier() {
        assert_eq!(guessed("{\"a\": 1}\n{\"a\": 2}\n"), StdinFormat::Ndjson);
        assert_eq!(guessed("\n\u{feff}{}\n"), StdinFormat::Ndjson);
        assert_eq!(guessed("\u{feff}{\"a\": 1}"), StdinFormat::Ndjson);
        assert_eq!(guessed("{\"a\":\n{\"a\": 2}\n"), StdinFormat::Ndjson);
        assert_eq!(guessed("oops\n{\"a\": 2}\n"), StdinFormat::Ndjson);
        assert_eq!(guessed("{\n  \"a\": 1\n}\n"), StdinFormat::Json);
        assert_eq!(guessed("{\"a\": {\n  \"b\": 1}}"), StdinFormat::Json);
        assert_eq!(guessed("{a: 1}\n"), StdinFormat::Json);
        assert_eq!(guessed("a:\n  {\"b\": 1}\n"), StdinFormat::Yaml);
        assert_eq!(guessed(""), StdinFormat::Yaml);
    }

    #[test]
    fn blank_lines_without_an_end_are_not_kept() {
        let mut endless = std::io::BufReader::new(std::io::repeat(b'\n'));
        let (head, _) = guess(&mut endless, 1_000_000).unwrap();
        assert!(head.len() < 2_000);
        let mut endless = std::io::BufReader::new(std::io::repeat(b' '));
        let (head, _) = guess(&mut endless, 1_000).unwrap();
        assert_eq!(head.len(), 1_001);
    }

    #[test]
    fn a_first_line_that_is_an_object_is_enough() {
        let (head, _) = guess(&mut "{}\n{}\n".as_bytes(), 1_000).unwrap();
        assert_eq!(head, b"{}\n");
    }
}
