//! The order in which rules find what they read already computed: imported packages before those that
//! import them and, within a package, the rules that a rule mentions before it.

use std::collections::{BTreeMap, BTreeSet};

use super::module::{Module, Rule, mentions};
use super::source::SourceFile;

/// A rule that has a value, with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RulePath {
    /// Its package, as `ciieval.lib.people`.
    pub package: String,
    /// Its name.
    pub rule: String,
}

/// The rules of the packages and of all that they import, functions left out, each after what it reads.
#[must_use]
pub fn rules_in_order(modules: &[SourceFile], packages: &BTreeSet<&str>) -> Vec<RulePath> {
    let modules: Vec<Module<'_>> = modules.iter().map(Module::read).collect();
    let mut walk = Walk {
        modules: &modules,
        seen: BTreeSet::new(),
        found: Vec::new(),
    };
    for package in packages {
        walk.package(package);
    }
    walk.found
}

struct Walk<'a> {
    modules: &'a [Module<'a>],
    seen: BTreeSet<&'a str>,
    found: Vec<RulePath>,
}

impl Walk<'_> {
    fn package(&mut self, name: &str) {
        let modules = self.modules;
        let parts: Vec<&Module<'_>> = modules.iter().filter(|part| part.package == name).collect();
        let Some(first) = parts.first() else {
            return;
        };
        if !self.seen.insert(&first.package) {
            return;
        }
        for (path, _) in parts.iter().flat_map(|part| part.imports.values()) {
            let path = path.strip_prefix("data.").unwrap_or(path);
            let within = |package: &str| {
                let rest = path.strip_prefix(package);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            };
            let read = modules.iter().filter(|other| within(&other.package));
            for package in read.map(|other| other.package.as_str()) {
                self.package(package);
            }
        }
        let mut rules: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
        for rule in parts.iter().flat_map(|part| &part.rules) {
            rules.entry(&rule.name).or_default().push(rule);
        }
        let mut done = BTreeSet::new();
        let names: Vec<&str> = parts
            .iter()
            .flat_map(|part| &part.rules)
            .map(|rule| rule.name.as_str())
            .collect();
        for rule in names {
            self.rule(name, rule, &rules, &mut done);
        }
    }

    fn rule<'r>(
        &mut self,
        package: &str,
        name: &'r str,
        rules: &BTreeMap<&'r str, Vec<&'r Rule>>,
        done: &mut BTreeSet<&'r str>,
    ) {
        let Some(definitions) = rules.get(name) else {
            return;
        };
        if !done.insert(name) {
            return;
        }
        for other in rules.keys() {
            if definitions.iter().any(|rule| mentions(&rule.text, other)) {
                self.rule(package, other, rules, done);
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

    #[test]
    fn what_is_read_comes_first() {
        let modules = [
            file(
                "package a\n\nimport data.b.c\n\nlast := twice(first)\n\nfirst := c.one\n\ntwice(x) := x * two\n\ntwo := 2\n",
            ),
            file("package b.c\n\none := 1\n"),
            file("package d\n\nnot_asked_for := 1\n"),
        ];
        let found = rules_in_order(&modules, &["a"].into());
        let found: Vec<String> = found
            .iter()
            .map(|path| format!("{}.{}", path.package, path.rule))
            .collect();
        assert_eq!(found, ["b.c.one", "a.first", "a.two", "a.last"]);
    }
}
