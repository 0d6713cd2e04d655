//! All modules together: which rules there are below `data`.

use std::collections::{BTreeMap, BTreeSet};

use super::resolve::references;
use super::syntax::{Kind, Module, Rule};

/// Modules that see each other, with their rules by path.
#[derive(Clone, Debug, Default)]
pub struct Program {
    modules: Vec<Module>,
    /// Indices of module and rule, by package and name.
    rules: BTreeMap<Vec<String>, Vec<(usize, usize)>>,
    /// The first parts of the names of their rules, by package.
    packages: BTreeMap<Vec<String>, BTreeSet<String>>,
}

/// A definition of a rule with the module it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Definition<'p> {
    /// The module.
    pub module: &'p Module,
    /// The rule.
    pub rule: &'p Rule,
}

impl Program {
    /// The modules as one program.
    #[must_use]
    pub fn new(mut modules: Vec<Module>) -> Self {
        let mut packages: BTreeMap<Vec<String>, BTreeSet<String>> = BTreeMap::new();
        let mut rules: BTreeMap<Vec<String>, Vec<(usize, usize)>> = BTreeMap::new();
        for (at, module) in modules.iter().enumerate() {
            let names = packages.entry(module.package.clone()).or_default();
            for (index, rule) in module.rules.iter().enumerate() {
                names.extend(rule.name.first().cloned());
                let places = rules.entry(path(module, rule)).or_default();
                places.push((at, index));
            }
        }
        for module in &mut modules {
            let Some(own) = packages.get(&module.package) else {
                continue;
            };
            let found: Vec<_> = module
                .rules
                .iter()
                .map(|rule| references(own, module, rule))
                .collect();
            for (rule, found) in module.rules.iter_mut().zip(found) {
                rule.references = found;
            }
        }
        Self {
            modules,
            rules,
            packages,
        }
    }

    /// The modules, in the order they were given.
    #[must_use]
    pub fn modules(&self) -> &[Module] {
        &self.modules
    }

    /// The paths of all rules, in alphabetical order.
    pub fn paths(&self) -> impl Iterator<Item = &Vec<String>> {
        self.rules.keys()
    }

    /// Every definition of the rule with that path.
    pub fn definitions(&self, path: &[String]) -> impl Iterator<Item = Definition<'_>> {
        let places = self.rules.get(path).into_iter().flatten();
        places.filter_map(|(module, rule)| {
            let module = self.modules.get(*module)?;
            let rule = module.rules.get(*rule)?;
            Some(Definition { module, rule })
        })
    }

    /// The paths of the rules that a path below `data` reads: the rule whose value it leads into, or
    /// all below it.
    #[must_use]
    pub fn read_by<'p>(&'p self, path: &[String]) -> Vec<&'p Vec<String>> {
        let into = (1..=path.len())
            .rev()
            .find_map(|length| self.rules.get_key_value(path.get(..length)?));
        match into {
            Some((rule, _)) => vec![rule],
            None => self
                .rules
                .range(path.to_vec()..)
                .map(|(rule, _)| rule)
                .take_while(|rule| rule.starts_with(path))
                .collect(),
        }
    }

    /// Whether a module declares the package.
    #[must_use]
    pub fn has_package(&self, package: &[String]) -> bool {
        self.packages.contains_key(package)
    }

    /// Whether a path below `data` is a package, or one that holds packages.
    #[must_use]
    pub fn holds_packages(&self, path: &[String]) -> bool {
        self.packages
            .range(path.to_vec()..)
            .next()
            .is_some_and(|(package, _)| package.starts_with(path))
    }

    /// Whether the path is that of a function.
    #[must_use]
    pub fn is_function(&self, path: &[String]) -> bool {
        self.definitions(path)
            .any(|definition| definition.rule.kind == Kind::Function)
    }
}

/// The path of a rule below `data`.
#[must_use]
pub fn path(module: &Module, rule: &Rule) -> Vec<String> {
    module.package.iter().chain(&rule.name).cloned().collect()
}
