//! What was noticed that no clause asks about: contradictions, attachments, what two providers claim.

use super::page::{Page, Tone};
use super::safe::safe;
use super::words::{Words, fill};
use crate::report::remark::{Remark, Section, across_title};

/// How many remarks of a section, and how many places of a remark, are shown.
const SHOWN: usize = 20;

/// The remarks on a dossier; `all` shows every one of them.
pub fn section(page: &mut Page, words: &Words, section: &Section, all: bool) {
    page.gap();
    let tone = if section.remarks.is_empty() {
        Tone::Plain
    } else {
        Tone::Open
    };
    page.line(0, section.title.get(words.language()), Tone::Heading);
    if let Some(said) = &section.said {
        page.line(2, said.get(words.language()), tone);
    }
    list(page, words, section.remarks, all);
}

/// The remarks on a run as a whole.
pub fn across(page: &mut Page, words: &Words, remarks: &[Remark], all: bool) {
    page.line(0, across_title().get(words.language()), Tone::Heading);
    list(page, words, remarks, all);
}

fn list(page: &mut Page, words: &Words, remarks: &[Remark], all: bool) {
    let shown = |count: usize| if all { count } else { SHOWN };
    for remark in remarks.iter().take(shown(remarks.len())) {
        page.line(2, &safe(remark.text.get(words.language())), Tone::Open);
        let places = &remark.places;
        for place in places.iter().take(shown(places.len())) {
            page.line(4, &safe(&place.to_string()), Tone::Faint);
        }
        more(page, words, 4, places.len(), shown(places.len()));
    }
    more(page, words, 2, remarks.len(), shown(remarks.len()));
}

fn more(page: &mut Page, words: &Words, indent: usize, count: usize, shown: usize) {
    if count > shown {
        let left = (count - shown).to_string();
        page.line(
            indent,
            &fill(words.remarks_left_out(), &[&left]),
            Tone::Faint,
        );
    }
}
