//! What a pack may not do to those below it: give their rules further values, unseen. A clause is
//! replaced by `overrides`, which every report shows.

use serde_json::Value;
use std::collections::BTreeMap;

use super::{Pack, PackError};
use crate::rego::Program;
use crate::rego::program::path;
use crate::rego::syntax::{Kind, Rule};

impl Pack {
    /// Definitions of rules that a pack below has too, and data in the place of its rules.
    #[must_use]
    pub fn trespasses(&self, program: &Program) -> Vec<PackError> {
        let mut first: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        let mut problems = Vec::new();
        let modules = program.modules().iter();
        let mut modules: Vec<_> = modules
            .map(|module| (self.layer(&module.file), module))
            .collect();
        modules.sort_by_key(|(layer, _)| *layer);
        for (layer, module) in modules {
            for rule in &module.rules {
                let path = path(module, rule);
                let owner = *first.entry(path.clone()).or_insert(layer);
                if owner != layer && !is_entry(rule) {
                    let below = self.identities.get(owner).map(|pack| pack.id.as_str());
                    let message = format!(
                        "rule `{}` is one of pack `{}`: a pack changes no rules below it; replace the clauses that read it, under `overrides`",
                        path.join("."),
                        below.unwrap_or_default()
                    );
                    problems.push(PackError::new(&module.file, &message).at(rule.line));
                }
            }
        }
        problems.extend(self.hidden(&first));
        problems
    }

    /// Rules in whose place data stands.
    fn hidden(&self, rules: &BTreeMap<Vec<String>, usize>) -> Vec<PackError> {
        let mut hidden: Vec<&Vec<String>> = rules
            .keys()
            .filter(|path| stands_at(&self.data, path))
            .collect();
        hidden.truncate(1);
        let message = |path: &Vec<String>| {
            let path = path.join(".");
            let said =
                format!("have a value at `{path}`, where there is a rule: rename the folder");
            PackError::new("data files", &said)
        };
        hidden.into_iter().map(message).collect()
    }

    /// The number of the pack that a file belongs to.
    fn layer(&self, file: &str) -> usize {
        let packs = self.identities.iter().enumerate();
        let holding = packs.filter(|(_, pack)| file.starts_with(&pack.prefix));
        let longest = holding.max_by_key(|(index, pack)| (pack.prefix.len(), *index));
        longest.map_or(0, |(index, _)| index)
    }
}

/// An entry of an object, which conflicts where the key has another value.
fn is_entry(rule: &Rule) -> bool {
    rule.kind == Kind::Partial && rule.value.is_some()
}

fn stands_at(data: &Value, path: &[String]) -> bool {
    match (path.split_first(), data) {
        (Some((first, rest)), Value::Object(entries)) => entries
            .get(first)
            .is_some_and(|entry| stands_at(entry, rest)),
        (None | Some(_), _) => true,
    }
}
