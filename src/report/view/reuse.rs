//! Reuse of people across classes.

use serde::Serialize;

use super::phrase::Phrase;
use super::speaker::Speaker;
use crate::report::model::DossierReport;
use crate::report::reuse::{PersonReport, ReuseReport};
use crate::report::text::reuse::groups;
use crate::report::text::words::fill;
use crate::reuse::DecidedBy;

/// The decision on reuse.
#[derive(Debug, Serialize)]
pub struct ReuseView {
    pub rests: Phrase,
    pub groups: Vec<GroupView>,
    pub notes: Vec<Phrase>,
}

/// People of whom the same is decided.
#[derive(Debug, Serialize)]
pub struct GroupView {
    pub said: Phrase,
    pub open: Option<Phrase>,
    pub people: Vec<PersonView>,
}

/// Somebody by name and id.
#[derive(Debug, Serialize)]
pub struct PersonView {
    pub name: String,
    pub id: String,
}

impl ReuseView {
    /// The decision, where there was something to decide.
    pub fn new(speaker: &Speaker, dossier: &DossierReport) -> Option<Self> {
        let reuse = dossier.reuse.as_ref()?;
        let nothing = reuse.people.is_empty() && reuse.notes.is_empty();
        if nothing && reuse.classes.len() <= reuse.most_classes as usize {
            return None;
        }
        Some(Self {
            rests: speaker.both(|words, names| {
                let most = reuse.most_classes.to_string();
                fill(words.reuse_rests, &[&most, &names.classes(&reuse.classes)])
            }),
            groups: groups(&reuse.people)
                .iter()
                .filter_map(|people| GroupView::new(speaker, reuse, people))
                .collect(),
            notes: reuse
                .notes
                .iter()
                .map(|note| Phrase::from(&note.text))
                .collect(),
        })
    }
}

impl GroupView {
    fn new(speaker: &Speaker, reuse: &ReuseReport, people: &[&PersonReport]) -> Option<Self> {
        let first = people.first()?;
        let said = speaker.both(|words, names| {
            let template = match first.decided_by {
                DecidedBy::Order => words.reuse_by_order,
                DecidedBy::Name => words.reuse_by_name,
            };
            let (counted, left) = (
                names.classes(&first.counted_in),
                names.classes(&first.not_counted_in),
            );
            let (number, most) = (people.len().to_string(), reuse.most_classes.to_string());
            fill(template, &[&counted, &left, &number, &most])
        });
        let open = (!first.only_if_accepted.is_empty()).then(|| {
            speaker.both(|words, names| {
                fill(words.reuse_open, &[&names.classes(&first.only_if_accepted)])
            })
        });
        let people = people.iter();
        Some(Self {
            said,
            open,
            people: people
                .map(|person| PersonView {
                    name: person.name.clone(),
                    id: person.id.clone(),
                })
                .collect(),
        })
    }
}
