//! A page under construction: lines, colours and columns. Widths are those of a terminal, where a
//! Chinese character takes two columns.

use anstyle::{AnsiColor, Style};
use serde::{Deserialize, Serialize};
use unicode_width::UnicodeWidthStr;

use super::safe::safe;

/// Lines of a report.
#[derive(Debug)]
pub struct Page {
    text: String,
    styled: bool,
}

/// What a piece of text is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    /// Nothing special.
    Plain,
    /// A heading.
    Heading,
    /// Good news.
    Good,
    /// Bad news.
    Bad,
    /// Neither one nor the other.
    Open,
    /// Less important.
    Faint,
}

/// Which side a column's texts stand at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A table cell.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Cell {
    text: String,
    tone: Tone,
}

impl Cell {
    /// A cell; its text is made safe for terminals.
    #[must_use]
    pub fn new(text: &str, tone: Tone) -> Self {
        Self {
            text: safe(text),
            tone,
        }
    }

    /// A cell without colour.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self::new(text, Tone::Plain)
    }
}

impl Page {
    /// An empty page; `styled` says whether it may have colours.
    #[must_use]
    pub fn new(styled: bool) -> Self {
        Self {
            text: String::new(),
            styled,
        }
    }

    /// The text of the page.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A line after `indent` columns; its text is made safe for terminals.
    pub fn line(&mut self, indent: usize, text: &str, tone: Tone) {
        let line = format!("{}{}", " ".repeat(indent), self.paint(&safe(text), tone));
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// Rows with their columns aligned, two columns apart; `sides` gives the side of each column.
    pub fn table(&mut self, indent: usize, sides: &[Side], rows: &[Vec<Cell>]) {
        let widths = widths(rows);
        for row in rows {
            self.row(indent, sides, &widths, row);
        }
    }

    /// One row of a table whose column widths are known.
    pub fn row(&mut self, indent: usize, sides: &[Side], widths: &[usize], row: &[Cell]) {
        let mut line = " ".repeat(indent);
        let columns = widths
            .iter()
            .zip(sides.iter().chain(std::iter::repeat(&Side::Left)));
        for (index, (cell, (width, side))) in row.iter().zip(columns).enumerate() {
            let padding = " ".repeat(width.saturating_sub(cell.text.width()));
            let painted = self.paint(&cell.text, cell.tone);
            line.push_str(if index == 0 { "" } else { "  " });
            line.push_str(&match side {
                Side::Left => painted + &padding,
                Side::Right => padding + &painted,
            });
        }
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn paint(&self, text: &str, tone: Tone) -> String {
        let style = match tone {
            _ if !self.styled || text.is_empty() => return text.to_owned(),
            Tone::Plain => return text.to_owned(),
            Tone::Heading => Style::new().bold(),
            Tone::Good => AnsiColor::Green.on_default().bold(),
            Tone::Bad => AnsiColor::Red.on_default().bold(),
            Tone::Open => AnsiColor::Yellow.on_default().bold(),
            Tone::Faint => Style::new().dimmed(),
        };
        format!("{style}{text}{style:#}")
    }
}

/// The width of each column.
#[must_use]
pub fn widths(rows: &[Vec<Cell>]) -> Vec<usize> {
    let mut widths = Vec::new();
    for row in rows {
        widen(&mut widths, row);
    }
    widths
}

/// Makes columns as wide as a row needs them.
pub fn widen(widths: &mut Vec<usize>, row: &[Cell]) {
    widths.resize(widths.len().max(row.len()), 0);
    for (width, cell) in widths.iter_mut().zip(row) {
        *width = (*width).max(cell.text.width());
    }
}
