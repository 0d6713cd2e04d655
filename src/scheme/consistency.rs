//! What does not fit between a scheme and the packs.

use std::collections::BTreeSet;

use super::plan::{Attached, Grade, Plan, Weights};
use crate::dossier::{Places, Problem};
use crate::pack::Pack;
use crate::pack::manifest::Class;

/// Everything that does not fit.
pub fn problems(plan: &Plan, pack: &Pack, places: &Places) -> Vec<Problem> {
    let classes = pack.catalogue.classes.iter();
    let mut checking = Checking {
        plan,
        pack,
        places,
        classes: classes
            .filter(|class| pack.catalogue.is_built(class))
            .collect(),
        found: Vec::new(),
    };
    checking.classes();
    checking.items();
    checking.attachments();
    for (index, weights) in plan.weights.iter().enumerate() {
        checking.weights(index, weights);
    }
    checking.found
}

struct Checking<'a> {
    plan: &'a Plan,
    pack: &'a Pack,
    places: &'a Places,
    /// The classes that can be evaluated.
    classes: Vec<&'a Class>,
    found: Vec<Problem>,
}

impl Checking<'_> {
    fn add(&mut self, path: String, message: String) {
        let location = self.places.locate(&path);
        self.found.push(Problem {
            line: location.as_ref().map(|it| it.line),
            column: location.as_ref().map(|it| it.column),
            path,
            ..Problem::new(location.as_ref().map_or("", |it| &it.file), message)
        });
    }

    fn classes(&mut self) {
        for (index, id) in self.plan.classes.iter().enumerate() {
            let is_elsewhere = |class: &Class| class.external.is_some();
            let is_known = self.pack.catalogue.class(id).is_some_and(is_elsewhere)
                || self.classes.iter().any(|class| class.id == *id);
            if !is_known {
                let message = format!("class `{id}` has no rules in these packs");
                self.add(format!("classes[{index}]"), message);
            }
        }
    }

    fn attachments(&mut self) {
        let is_asked = self.plan.attachments == Attached::Verified;
        if is_asked && self.plan.minimum_evidence == Grade::Declared {
            let message = "verified attachments make evidence documented, which this scheme does not ask for: add `minimum_evidence: documented`";
            self.add("attachments".to_owned(), message.to_owned());
        }
    }

    fn items(&mut self) {
        let areas = self
            .classes
            .iter()
            .flat_map(|class| self.pack.catalogue.terms_of(class));
        let areas = areas.flat_map(|term| &term.areas);
        let services: BTreeSet<&str> = areas.filter_map(|area| area.service.as_deref()).collect();
        for (index, item) in self.plan.items.iter().enumerate() {
            if !services.contains(item.as_str()) {
                let message = format!("no class has clauses of the service item `{item}`");
                self.add(format!("items[{index}]"), message);
            }
        }
        if self.plan.classes.is_empty() && !self.plan.items.is_empty() {
            let message =
                "only some service items are evaluated: say under `classes` of which classes";
            self.add("items".to_owned(), message.to_owned());
        }
        for class in self.classes.clone() {
            if self.plan.classes.contains(&class.id) && self.is_left_out(class) {
                let message = format!(
                    "none of the items is of class `{}`, which the scheme evaluates: add one, or leave the class out of `classes`",
                    class.id
                );
                self.add("items".to_owned(), message);
            }
        }
    }

    /// Whether nothing is left of a class's own areas.
    fn is_left_out(&self, class: &Class) -> bool {
        let mut terms = self.pack.catalogue.terms_of(class);
        let own = terms.find(|term| class.term.as_ref() == Some(&term.id));
        own.is_some_and(|term| self.plan.areas_of(term).next().is_none())
    }

    fn weights(&mut self, index: usize, weights: &Weights) {
        let all = weights.classes.is_empty();
        let concerned = |class: &&&Class| all || weights.classes.contains(&class.id);
        let classes: Vec<&Class> = self.classes.iter().filter(concerned).copied().collect();
        for class in &classes {
            let terms = self.pack.catalogue.terms_of(class);
            let sum: u32 = terms
                .map(|term| self.plan.weight_of(self.pack, class, term))
                .sum();
            if sum != 100 {
                let message = format!(
                    "with these weights the terms of class `{}` weigh {sum} %, not 100 %",
                    class.id
                );
                self.add(format!("weights[{index}].terms"), message);
            }
        }
        let terms = classes
            .iter()
            .flat_map(|class| self.pack.catalogue.terms_of(class));
        let known: BTreeSet<&str> = terms.map(|term| term.id.as_str()).collect();
        let mut given = BTreeSet::new();
        for (place, weight) in weights.terms.iter().enumerate() {
            let term = &weight.term;
            let path = format!("weights[{index}].terms[{place}].term");
            if !known.contains(term.as_str()) {
                let message =
                    format!("term `{term}` is none of the classes that these weights hold for");
                self.add(path, message);
            } else if !given.insert(term) {
                self.add(path, format!("term `{term}` has a weight already"));
            }
        }
    }
}
