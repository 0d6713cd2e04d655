//! Dates of generated evidence, always relative to the reference date.

use jiff::ToSpan as _;
use jiff::civil::Date;

/// The reference date of every generated dossier.
pub const REFERENCE: Date = jiff::civil::date(2026, 6, 30);

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
