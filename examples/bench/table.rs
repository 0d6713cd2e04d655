//! The table of all runs, in Markdown.

use anyhow::{Context, Result};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::data::Data;
use crate::measure::Measured;

const BEGIN: &str = "<!-- measured by `make bench` -->\n";
const END: &str = "<!-- end -->\n";

/// A line for each thing that was measured.
#[derive(Default)]
pub struct Table(String);

impl Table {
    /// Adds runs, compared with parsing alone where that was measured.
    #[allow(clippy::cast_precision_loss)] // numbers of a table
    pub fn add(&mut self, what: &str, data: &Data, run: &Measured, floor: Option<&Measured>) {
        let count = data.count as f64;
        let cpu = run.cpu.as_secs_f64();
        let ratio = floor.map_or_else(String::new, |floor| {
            format!("{:.1}", cpu / floor.cpu.as_secs_f64())
        });
        let row = format!(
            "| {} | {what} | {:.1} | {:.2} | {ratio} | {:.0} |",
            data.name(),
            count / run.wall.as_secs_f64(),
            cpu * 1000.0 / count,
            run.peak as f64 / 1e6
        );
        eprintln!("{row}");
        let _ = writeln!(self.0, "{row}");
    }

    /// The table.
    pub fn markdown(&self) -> String {
        let head = "| dossiers | run | dossiers/s | CPU ms each | × parsing | peak MB |\n\
                    |---|---|---:|---:|---:|---:|\n";
        head.to_owned() + &self.0
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
    let page = format!("{before}{BEGIN}\n{text}\n{END}{after}");
    Ok(fs::write(path, page)?)
}
