//! What of a class is evaluated under a plan, and with which weights.

use super::plan::Plan;
use crate::pack::Pack;
use crate::pack::catalogue::Clause;
use crate::pack::manifest::{Area, Class, Term};

/// A term of a class as the plan has it.
#[derive(Clone, Debug)]
pub struct PlannedTerm<'p> {
    /// The term.
    pub term: &'p Term,
    /// Its weight in per cent.
    pub weight: u32,
    /// Its areas that are evaluated.
    pub areas: Vec<&'p Area>,
}

impl<'p> PlannedTerm<'p> {
    /// Its clauses that are evaluated, in the standard's order.
    pub fn clauses(&self, pack: &'p Pack) -> impl Iterator<Item = &'p Clause> + use<'p, '_> {
        let areas = self.areas.iter();
        areas.flat_map(|area| pack.catalogue.clauses_of_area(&area.clause))
    }

    /// How many clauses the standard lists for them.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.areas.iter().map(|area| area.clauses as u64).sum()
    }
}

impl Plan {
    /// The terms of a class: the common ones, then its own.
    #[must_use]
    pub fn terms_of<'p>(&self, pack: &'p Pack, class: &'p Class) -> Vec<PlannedTerm<'p>> {
        let terms = pack.catalogue.terms_of(class);
        let planned = terms.map(|term| PlannedTerm {
            term,
            weight: self.weight_of(pack, class, term),
            areas: self.areas_of(term).collect(),
        });
        planned.collect()
    }

    /// The weight of a term in a class; of several that the plan gives, the last.
    pub(super) fn weight_of(&self, pack: &Pack, class: &Class, term: &Term) -> u32 {
        let weights = self
            .weights_of(&class.id)
            .flat_map(|weights| &weights.terms);
        let given = weights.filter(|weight| weight.term == term.id).last();
        given.map_or_else(
            || pack.catalogue.weight_of(class, term),
            |given| given.weight,
        )
    }

    /// The areas of a term that are evaluated: all but those of service items that are left out.
    pub(super) fn areas_of<'p>(&self, term: &'p Term) -> impl Iterator<Item = &'p Area> {
        let areas = term.areas.iter();
        areas.filter(|area| {
            let service = area.service.as_ref();
            self.items.is_empty() || service.is_none_or(|service| self.items.contains(service))
        })
    }
}
