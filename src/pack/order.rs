//! The order in which rules find what they read already computed: imported packages before those that
//! import them and, within a package, the rules that a rule mentions before it.

use std::collections::{BTreeMap, BTreeSet};

use super::module::{Module, Rule, mentions};
use super::source::SourceFile;

/// A rule that has a value, by its package and name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RulePath {
    /// Its package, as `ciieval.lib.people`.
    pub package: String,
    /// Its name.
    pub rule: String,
}

/// The rules of the packages and of all that they read, functions left out, each after what it reads.
#[must_use]
pub fn rules_in_order(modules: &[SourceFile], packages: &BTreeSet<&str>) -> Vec<RulePath> {
    let modules: Vec<Module<'_>> = modules.iter().map(Module::read).collect();
    let mut known: BTreeMap<&str, Package<'_>> = BTreeMap::new();
    for module in &modules {
        let package = known.entry(&module.package).or_default();
        let imports = module.imports.values().map(|(path, _)| path.as_str());
        package.imports.extend(imports);
        for rule in &module.rules {
            let name = rule.name.as_str();
            if !package.rules.contains_key(name) {
                package.names.push(name);
            }
            package.rules.entry(name).or_default().push(rule);
        }
    }
    let mut walk = Walk {
        known: &known,
        packages: BTreeSet::new(),
        rules: BTreeSet::new(),
        found: Vec::new(),
    };
    for package in packages {
        walk.package(package);
    }
    walk.found
}

#[derive(Default)]
struct Package<'a> {
    imports: Vec<&'a str>,
    /// In the order of the text.
    names: Vec<&'a str>,
    rules: BTreeMap<&'a str, Vec<&'a Rule>>,
}

struct Walk<'a> {
    known: &'a BTreeMap<&'a str, Package<'a>>,
    packages: BTreeSet<&'a str>,
    rules: BTreeSet<(&'a str, &'a str)>,
    found: Vec<RulePath>,
}

impl<'a> Walk<'a> {
    fn package(&mut self, name: &str) {
        let Some((&name, package)) = self.known.get_key_value(name) else {
            return;
        };
        if !self.packages.insert(name) {
            return;
        }
        for import in &package.imports {
            if let Some((read, _)) = self.split(import) {
                self.package(read);
            }
        }
        for rule in &package.names {
            self.rule(name, rule);
        }
    }

    fn rule(&mut self, package: &'a str, name: &str) {
        let Some(of_package) = self.known.get(package) else {
            return;
        };
        let Some((&name, definitions)) = of_package.rules.get_key_value(name) else {
            return;
        };
        if !self.rules.insert((package, name)) {
            return;
        }
        for other in &of_package.names {
            if definitions.iter().any(|rule| mentions(&rule.text, other)) {
                self.rule(package, other);
            }
        }
        for path in definitions.iter().flat_map(|rule| full_paths(&rule.text)) {
            if let Some((read, rest)) = self.split(path) {
                self.rule(read, rest.split('.').next().unwrap_or_default());
            }
        }
        let has_value = |rule: &&Rule| rule.arguments.is_none() && rule.name != "default";
        if definitions.iter().any(has_value) {
            self.found.push(RulePath {
                package: package.to_owned(),
                rule: name.to_owned(),
            });
        }
    }

    /// The package that a path such as `data.ciieval.lib.people.register` begins with, and the rest.
    fn split<'p>(&self, path: &'p str) -> Option<(&'a str, &'p str)> {
        let path = path.strip_prefix("data.")?;
        let ends = path.match_indices('.').map(|(end, _)| end);
        let ends = ends.chain(std::iter::once(path.len()));
        let found = ends.filter_map(|end| {
            let (package, _) = self.known.get_key_value(path.get(..end)?)?;
            Some((*package, path.get(end..)?.trim_start_matches('.')))
        });
        found.last()
    }
}

/// The paths in a text that begin with `data.`.
fn full_paths(text: &str) -> impl Iterator<Item = &str> {
    let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    text.match_indices("data.").filter_map(move |(start, _)| {
        let before = text.get(..start)?.chars().next_back();
        let path = text.get(start..)?;
        let end = path.find(|c| !inside(c)).unwrap_or(path.len());
        path.get(..end).filter(|_| !before.is_some_and(inside))
    })
}

#[cfg(test)]
mod tests {
    use super::{SourceFile, rules_in_order};

    fn file(text: &str) -> SourceFile {
        SourceFile {
            path: "a.rego".to_owned(),
            text: text.to_owned(),
        }
    }

    fn order(modules: &[SourceFile], package: &str) -> Vec<String> {
        rules_in_order(modules, &[package].into())
            .iter()
            .map(|path| format!("{}.{}", path.package, path.rule))
            .collect()
    }

    #[test]
    fn what_is_read_comes_first() {
        let modules = [
            file(
                "package a\n\nimport data.b.c\n\nlast := twice(first)\n\nfirst := c.one\n\ntwice(x) := x * two\n\ntwo := 2\n",
            ),
            file("package b.c\n\none := 1\n"),
            file("package d\n\nnot_asked_for := 1\n"),
        ];
        assert_eq!(
            order(&modules, "a"),
            ["b.c.one", "a.first", "a.two", "a.last"]
        );
    }

    #[test]
    fn rules_that_stand_in_a_circle_of_packages_are_found_by_their_paths() {
        let modules = [
            file("package a\n\nimport data.b\n\nclause := b.counted\n\ncriteria := 1\n"),
            file("package b\n\ncounted := data.a.criteria\n"),
        ];
        assert_eq!(
            order(&modules, "a"),
            ["a.criteria", "b.counted", "a.clause"]
        );
    }
}
