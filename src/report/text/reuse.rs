//! Reuse of people across classes: who counts in fewer classes than they would, those alike together.

use super::names::{Names, cut};
use super::page::{Page, Tone};
use super::words::{Words, fill};
use crate::report::model::DossierReport;
use crate::report::reuse::{PersonReport, ReuseReport};
use crate::reuse::DecidedBy;

/// How many people of a group are shown.
const SHOWN: usize = 8;

/// The decision on reuse; `all` shows every person. Nothing is said where there was nothing to decide.
/// Whether something was said.
pub fn section(page: &mut Page, words: &Words, names: &Names, dossier: &DossierReport, all: bool) {
    if let Some(message) = &dossier.reuse_error {
        heading(page, words);
        page.line(2, &fill(words.rule_error, &[&cut(message)]), Tone::Open);
    }
    let Some(reuse) = &dossier.reuse else {
        return;
    };
    let nothing = reuse.people.is_empty() && reuse.notes.is_empty();
    if nothing && reuse.classes.len() <= reuse.most_classes as usize {
        return;
    }
    heading(page, words);
    let rests = fill(
        words.reuse_rests,
        &[
            &reuse.most_classes.to_string(),
            &names.classes(&reuse.classes),
        ],
    );
    page.line(2, &rests, Tone::Plain);
    if reuse.people.is_empty() {
        page.line(2, words.reuse_nobody, Tone::Plain);
    }
    for group in groups(&reuse.people) {
        people(page, words, names, reuse, &group, all);
    }
    for note in &reuse.notes {
        page.line(2, note.text.get(words.language()), Tone::Faint);
    }
}

fn heading(page: &mut Page, words: &Words) {
    page.gap();
    page.line(0, words.reuse_section, Tone::Heading);
}

/// The people of whom the same is decided, in the order of the first of each group.
#[must_use]
pub fn groups(people: &[PersonReport]) -> Vec<Vec<&PersonReport>> {
    let alike = |a: &PersonReport, b: &PersonReport| {
        a.decided_by == b.decided_by
            && a.counted_in == b.counted_in
            && a.not_counted_in == b.not_counted_in
            && a.only_if_accepted == b.only_if_accepted
    };
    let mut groups: Vec<Vec<&PersonReport>> = Vec::new();
    for person in people {
        let group = groups
            .iter_mut()
            .find(|group| group.first().is_some_and(|first| alike(first, person)));
        match group {
            Some(group) => group.push(person),
            None => groups.push(vec![person]),
        }
    }
    groups
}

fn people(
    page: &mut Page,
    words: &Words,
    names: &Names,
    reuse: &ReuseReport,
    group: &[&PersonReport],
    all: bool,
) {
    let Some(first) = group.first() else {
        return;
    };
    let template = match first.decided_by {
        DecidedBy::Order => words.reuse_by_order,
        DecidedBy::Name => words.reuse_by_name,
    };
    let line = fill(
        template,
        &[
            &names.classes(&first.counted_in),
            &names.classes(&first.not_counted_in),
            &group.len().to_string(),
            &reuse.most_classes.to_string(),
        ],
    );
    page.line(2, &line, Tone::Plain);
    if !first.only_if_accepted.is_empty() {
        let open = fill(words.reuse_open, &[&names.classes(&first.only_if_accepted)]);
        page.line(4, &open, Tone::Faint);
    }
    let shown = if all { group.len() } else { SHOWN };
    let listed: Vec<String> = group
        .iter()
        .take(shown)
        .map(|person| fill(words.person, &[&cut(&person.name), &cut(&person.id)]))
        .collect();
    let mut listed = listed.join(words.list);
    if group.len() > shown {
        listed = format!(
            "{listed} {}",
            fill(words.more_people, &[&group.len().to_string()])
        );
    }
    page.line(4, &listed, Tone::Plain);
}
