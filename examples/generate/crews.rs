//! Crews: groups of service people who deliver the same items.

use crate::service_classes::{Class, Item, Offer};

/// A group of service people who deliver the same items.
pub struct Crew {
    /// The classes of its items.
    pub classes: Vec<&'static Class>,
    /// The items it delivers.
    pub items: Vec<&'static Item>,
    /// How many people it has.
    pub size: usize,
    /// The classes its people name to be counted in, if they name any.
    pub counted_for: Option<Vec<&'static str>>,
    /// How many of them, the first, hold a CISP certificate; three of four where nothing is said.
    pub cisp_holders: Option<usize>,
    /// How many of them, after the first, took part in real attack and defence projects.
    pub fighters: usize,
}

/// Every ninth manages projects.
const PER_MANAGER: usize = 9;

/// Whether the member of a crew in that place (from 0) manages projects.
pub fn manages_projects(place: usize) -> bool {
    place.is_multiple_of(PER_MANAGER)
}

impl Crew {
    /// A crew for all that is offered, of whom nobody names classes.
    pub fn of(offers: &[&Offer], size: usize) -> Self {
        Self {
            classes: offers.iter().map(|offer| offer.class).collect(),
            items: offers
                .iter()
                .flat_map(|offer| offer.items.iter().copied())
                .collect(),
            size,
            counted_for: None,
            cisp_holders: None,
            fighters: if offers.iter().any(|offer| offer.class.id == "training") {
                3
            } else {
                0
            },
        }
    }

    /// The same people, naming the classes of the crew.
    pub fn named(mut self) -> Self {
        self.counted_for = Some(self.classes.iter().map(|class| class.id).collect());
        self
    }

    /// The items it delivers.
    pub fn services(&self) -> Vec<&'static str> {
        self.items.iter().map(|item| item.service).collect()
    }

    /// Whether it delivers the item.
    pub fn delivers(&self, service: &str) -> bool {
        self.items.iter().any(|item| item.service == service)
    }

    /// Everything its people are assessed in.
    pub fn knowledge(&self) -> Vec<&'static str> {
        let mut topics = Vec::new();
        for topic in self.classes.iter().flat_map(|class| class.knowledge) {
            if !topics.contains(topic) {
                topics.push(*topic);
            }
        }
        topics
    }

    /// The post of the member in that place (from 0).
    pub fn post(&self, place: usize) -> &'static str {
        let works_in = |class: &str| self.classes.iter().any(|other| other.id == class);
        match place % PER_MANAGER {
            0 => "service_project_manager",
            // Every provider has a technician (8.1 c), and whoever develops has fifteen developers (9.3.2 d).
            1 if place == 1 && works_in("development") => "service_technician",
            _ if works_in("development") => "developer",
            1..=4 if works_in("consulting") => "service_consultant",
            5 | 6 if works_in("consulting") => "service_technician",
            7 => "service_trainer",
            8 if works_in("consulting") => "developer",
            1..=6 if works_in("training") => "service_trainer",
            _ => "service_technician",
        }
    }
}

/// The posts of everybody who does not deliver services, in the order of their numbers.
pub const OTHER_POSTS: [&str; 12] = [
    "administrative_staff",
    "administrative_staff",
    "technical_director",
    "quality_director",
    "confidentiality_head",
    "confidentiality_officer",
    "equipment_manager",
    "archivist",
    "quality_supervisor",
    "internal_auditor",
    "legal_counsel",
    "research_engineer",
];
