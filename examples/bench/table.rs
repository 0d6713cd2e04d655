//! The table of results, in Markdown.

use anyhow::{Context, Result};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::data::Data;
use crate::measure::Measured;

const BEGIN: &str = "<!-- measured by `make bench` -->\n";
const END: &str = "<!-- end -->\n";

#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
}

/// A line: what was measured, and the numbers.
pub struct Row {
    what: String,
    numbers: [String; 4],
}

impl Row {
    /// A run, compared with the floor where there is one.
    #[allow(clippy::cast_precision_loss)] // numbers of a table
    pub fn of(what: &str, data: &Data, run: &Measured, floor: Option<&Measured>) -> Self {
        let count = data.count as f64;
        let cpu = run.cpu.as_secs_f64();
        let ratio = floor.map(|floor| cpu / floor.cpu.as_secs_f64());
        Self {
            what: format!("{}, {what}", data.name()),
            numbers: [
                format!("{:.1}", count / run.wall.as_secs_f64()),
                format!("{:.1}", cpu * 1000.0 / count),
                ratio.map_or_else(String::new, |ratio| format!("{ratio:.1}")),
                format!("{:.0}", run.peak as f64 / f64::from(1 << 20)),
            ],
        }
    }

    /// What could not be measured, and why.
    pub fn missing(what: &str, data: &Data, why: &str) -> Self {
        Self {
            what: format!("{}, {what}: {why}", data.name()),
            numbers: Default::default(),
        }
    }
}

impl Table {
    pub fn add(&mut self, row: Row) {
        eprintln!("{}: {}", row.what, row.numbers.join("  "));
        self.rows.push(row);
    }

    pub fn markdown(&self) -> String {
        let mut text = "| what | dossiers/s | CPU ms each | times parsing alone | peak MiB |\n\
                        |---|---:|---:|---:|---:|\n"
            .to_owned();
        for row in &self.rows {
            let _ = writeln!(text, "| {} | {} |", row.what, row.numbers.join(" | "));
        }
        text
    }
}

/// Puts a text between the marks of a page.
pub fn put_into(path: &Path, text: &str) -> Result<()> {
    let page = fs::read_to_string(path)?;
    let (before, rest) = page
        .split_once(BEGIN)
        .context("the page has no mark to begin at")?;
    let (_, after) = rest
        .split_once(END)
        .context("the page has no mark to end at")?;
    Ok(fs::write(
        path,
        format!("{before}{BEGIN}{text}{END}{after}"),
    )?)
}
