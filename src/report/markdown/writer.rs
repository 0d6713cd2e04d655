//! The comment under way. It is short, so it waits in memory, what does not fit in only as a number.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::Arc;

use super::escape::{code, prose};
use super::room::{Room, length};
use super::{Added, Block, heading, remark};
use crate::pack::Pack;
use crate::report::error::{ByOrigin, ErrorReport};
use crate::report::format::{End, Fragment, Writer};
use crate::report::model::Head;
use crate::report::text::words::{Words, fill};
use crate::report::trail;
use crate::text::Language;

/// What a comment on GitHub holds, in characters. Other hosts' hold more.
const MOST: usize = 65_536;

/// What the table, the errors and the digests of dossiers may take of it.
const TABLE: usize = 30_000;
const ERRORS: usize = 10_000;
const SOURCES: usize = 5_000;

/// A comment under way.
#[derive(Debug)]
pub struct MarkdownWriter {
    pack: Arc<Pack>,
    by: Head,
    words: &'static Words,
    bad: Room,
    good: Room,
    /// Dossiers of which a class fails, and others with something short.
    failed: Blocks,
    others: Blocks,
    errors: ByOrigin<Room>,
    /// Digests and reference dates of dossiers.
    sources: Room,
    /// What was noticed that no clause asks about.
    remarks: Room,
    /// Where evaluations deviate from the standard, each once.
    deviations: Vec<String>,
}

/// What falls short, as much as a comment can hold, and the number of the clauses that are left out.
#[derive(Debug, Default)]
struct Blocks {
    kept: Vec<Block>,
    used: usize,
    left_out: u64,
}

impl Blocks {
    fn push(&mut self, mut block: Block) {
        let mut clauses = 0;
        for clause in &block.clauses {
            self.used += length(clause);
            if self.used > MOST {
                break;
            }
            clauses += 1;
        }
        self.left_out += (block.clauses.len() - clauses) as u64;
        block.clauses.truncate(clauses);
        if clauses > 0 {
            self.kept.push(block);
        }
    }
}

impl MarkdownWriter {
    /// An empty comment in `language`.
    pub fn new(pack: Arc<Pack>, by: Head, language: Language) -> Self {
        Self {
            pack,
            by,
            words: Words::of(language),
            bad: Room::new(TABLE),
            good: Room::new(TABLE),
            failed: Blocks::default(),
            others: Blocks::default(),
            errors: ByOrigin::new(|| Room::new(ERRORS)),
            sources: Room::new(SOURCES),
            remarks: Room::new(ERRORS),
            deviations: Vec::new(),
        }
    }

    fn head(&self, end: &End) -> String {
        let words = self.words;
        let manifest = self.pack.manifests.first().map(|(_, manifest)| manifest);
        let title = manifest.map_or("", |it| it.title.get(words.language()));
        let mut text = format!("## {}\n\n{}\n\n", prose(title), end.counts.said(words));
        if end.partial {
            let _ = write!(text, "> ⚠️ {}\n\n", words.partial);
        }
        for deviation in &self.deviations {
            let (name, colon) = (words.deviations(), words.colon);
            let _ = write!(text, "> ⚠️ {name}{colon}{}\n\n", prose(deviation));
        }
        text
    }

    fn foot(&self) -> String {
        let words = self.words;
        let lines = trail::lines(words, &self.by).into_iter();
        let lines: Vec<String> = lines.map(|line| format!("- {}\n", code(&line))).collect();
        let mut text = lines.concat() + &self.sources.text();
        if self.sources.left_out() > 0 {
            let number = self.sources.left_out().to_string();
            let _ = writeln!(text, "- {}", fill(words.sources_left_out(), &[&number]));
        }
        let title = words.basis();
        format!("<details><summary>{title}</summary>\n\n{text}\n</details>\n")
    }

    /// What was noticed, as much as there is room for.
    fn remarks(&mut self, end: &End) -> String {
        for across in &end.across {
            self.remarks.push(&remark(self.words, across));
        }
        if self.remarks.is_empty() {
            return String::new();
        }
        let more = match self.remarks.left_out() {
            0 => String::new(),
            more => format!("- … +{more}\n"),
        };
        let title = self.words.remarks_section();
        format!("### {title}\n\n{}{more}\n", self.remarks.text())
    }

    fn note(&self, rows: u64, clauses: u64, errors: u64) -> String {
        if rows + clauses + errors == 0 {
            return String::new();
        }
        let numbers = [rows, clauses, errors].map(|number| number.to_string());
        let numbers = numbers.each_ref().map(String::as_str);
        let text = fill(self.words.left_out(), &numbers);
        format!("> ⚠️ {text} `-o html=report.html`\n\n")
    }

    /// The table with bad news first, and how many rows are left out.
    fn table(&self) -> (String, u64) {
        let mut rows = Room::new(TABLE);
        rows.take_up(&self.bad);
        rows.take_up(&self.good);
        if rows.is_empty() {
            return (String::new(), 0);
        }
        let text = format!("{}{}\n", heading(self.words), rows.text());
        (text, rows.left_out())
    }

    fn not_evaluated(&self, end: &End) -> (String, u64) {
        let mut lines = Room::new(ERRORS);
        for errors in self.errors.each() {
            lines.take_up(errors);
        }
        if lines.is_empty() {
            return (String::new(), 0);
        }
        let number = end.counts.not_evaluated.to_string();
        let title = fill(self.words.errors_section, &[&number]);
        let text = format!("### {title}\n\n{}\n", lines.text());
        (text, lines.left_out())
    }

    /// What falls short, in so many characters, and how many clauses are left out.
    fn short(&self, free: usize) -> (String, u64) {
        const CLOSE: &str = "\n</details>\n\n";
        let title = format!("### {}\n\n", self.words.short_section());
        let mut free = free.saturating_sub(length(&title));
        let mut text = String::new();
        let mut left_out = self.failed.left_out + self.others.left_out;
        let mut is_full = false;
        for block in self.failed.kept.iter().chain(&self.others.kept) {
            let around = length(&block.open) + length(CLOSE);
            let mut room = Room::new(free.saturating_sub(around));
            for clause in &block.clauses {
                if is_full {
                    left_out += 1;
                } else {
                    is_full = !room.push(clause);
                }
            }
            left_out += room.left_out();
            let clauses = room.text();
            if !clauses.is_empty() {
                free = free.saturating_sub(around + length(&clauses));
                let _ = write!(text, "{}{clauses}{CLOSE}", block.open);
            }
        }
        if text.is_empty() {
            return (text, left_out);
        }
        (title + &text, left_out)
    }
}

impl Writer for MarkdownWriter {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn dossier(&mut self, fragment: &Fragment, _: &mut dyn Write) -> io::Result<()> {
        let added: Added = serde_json::from_str(&fragment.body)?;
        for remark in &added.remarks {
            self.remarks.push(remark);
        }
        for note in &fragment.notes {
            if !self.deviations.contains(note) {
                self.deviations.push(note.clone());
            }
        }
        for (is_bad, row) in &added.rows {
            let rows = if *is_bad {
                &mut self.bad
            } else {
                &mut self.good
            };
            rows.push(row);
        }
        self.sources.push(&added.source);
        if let Some(block) = added.gaps {
            let blocks = if block.failed {
                &mut self.failed
            } else {
                &mut self.others
            };
            blocks.push(block);
        }
        Ok(())
    }

    fn error(&mut self, error: &ErrorReport, _: &mut dyn Write) -> io::Result<()> {
        let errors = self.errors.of(error);
        errors.push(&format!("- {}\n", code(&error.to_string())));
        Ok(())
    }

    fn end(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        let (table, rows) = self.table();
        let (errors, errors_left_out) = self.not_evaluated(end);
        let remarks = self.remarks(end);
        let (head, foot) = (self.head(end), self.foot());
        // The longest that the note can be.
        let note = self.note(u64::MAX / 4, u64::MAX / 4, u64::MAX / 4);
        let around = [&head, &table, &errors, &remarks, &note, &foot].map(|part| length(part));
        let free = MOST.saturating_sub(around.iter().sum());
        let (mut short, clauses) = self.short(free);
        let counts = &end.counts;
        if short.is_empty() && clauses == 0 && counts.evaluations() > 0 {
            short = format!("{}\n\n", self.words.nothing_short());
        }
        let note = self.note(rows, clauses, errors_left_out);
        for part in [head, table, note, errors, remarks, short, foot] {
            out.write_all(part.as_bytes())?;
        }
        Ok(())
    }
}
