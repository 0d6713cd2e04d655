//! The scored service classes as the generator knows them: their items, what projects of an item deal with,
//! and what people who work in a class are assessed in.

mod confrontation;
mod consulting;
mod development;
mod protection;
mod response;
mod training;

use serde_json::Value;

use crate::calendar::Period;

/// A service class.
pub struct Class {
    /// Its id.
    pub id: &'static str,
    /// Its items, in the standard's order.
    pub items: &'static [Item],
    /// The fewest service people with whom every clause of the class is met.
    pub fewest_people: usize,
    /// What its people are called in the plans of projects.
    pub role: &'static str,
    /// Methods that its projects plan with.
    pub methods: [&'static str; 2],
    /// Topics in which everybody who works in the class is assessed.
    pub knowledge: &'static [&'static str],
    /// Adds what the class needs beyond people and projects.
    pub equip: fn(&mut Value, &Offer),
}

/// A service item.
pub struct Item {
    /// Its id.
    pub service: &'static str,
    /// What a project of it is called.
    pub project: &'static str,
    /// Topics of its deliverables.
    pub topics: &'static [&'static str],
    /// Tools its projects use.
    pub tools: &'static [&'static str],
    /// How many people work in all of its projects; in a smaller crew everybody does.
    pub steady_people: usize,
    /// Adds what projects of this item alone record.
    pub record: fn(&mut Value, Period),
}

/// The items of a class that a provider offers.
pub struct Offer {
    /// The class.
    pub class: &'static Class,
    /// The items offered.
    pub items: Vec<&'static Item>,
    /// How many projects of each it has carried out.
    pub projects_per_item: usize,
}

/// All classes, in the standard's order.
pub static CLASSES: [&Class; 6] = [
    &consulting::CLASS,
    &training::CLASS,
    &development::CLASS,
    &protection::CLASS,
    &confrontation::CLASS,
    &response::CLASS,
];

/// Tools of projects that need none of their own.
const GENERAL_TOOLS: &[&str] = &["tool-risk", "tool-scan"];

/// The class with that id.
pub fn class(id: &str) -> Option<&'static Class> {
    CLASSES.into_iter().find(|class| class.id == id)
}

impl Class {
    /// Everything of the class, with that many projects of each item.
    pub fn offered(&'static self, projects_per_item: usize) -> Offer {
        Offer {
            class: self,
            items: self.items.iter().collect(),
            projects_per_item,
        }
    }

    /// The items named, with that many projects of each.
    pub fn offered_in_part(&'static self, services: &[&str], projects_per_item: usize) -> Offer {
        Offer {
            class: self,
            items: self
                .items
                .iter()
                .filter(|item| services.contains(&item.service))
                .collect(),
            projects_per_item,
        }
    }
}

impl Offer {
    /// Whether the item is offered.
    pub fn has(&self, service: &str) -> bool {
        self.items.iter().any(|item| item.service == service)
    }
}

/// For items whose projects record nothing of their own.
fn nothing_more(_: &mut Value, _: Period) {}
