//! Dates of generated evidence, always relative to the reference date.

use jiff::ToSpan as _;
use jiff::civil::Date;

/// The reference date of every generated dossier.
pub const REFERENCE: Date = jiff::civil::date(2026, 6, 30);

/// The first and the last day of a project.
#[derive(Clone, Copy)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day, which may lie ahead.
    pub until: Date,
}

impl Period {
    /// Whether it is over by the reference date.
    pub fn is_over(self) -> bool {
        self.until <= REFERENCE
    }

    /// Whether the day `days` days after its first has come.
    pub fn has_reached(self, days: i32) -> bool {
        shifted(self.from, days) <= REFERENCE
    }
}

/// The date as evidence writes it.
pub fn text(date: Date) -> String {
    date.to_string()
}

/// The date `days` days later (earlier where negative).
pub fn shifted(date: Date, days: i32) -> Date {
    date.saturating_add(i64::from(days).days())
}

/// The text of the date `days` days later.
pub fn after(date: Date, days: i32) -> String {
    text(shifted(date, days))
}
