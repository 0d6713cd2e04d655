//! The order in which rules find what they read already computed.

use std::collections::BTreeSet;

use crate::rego::Program;
use crate::rego::resolve::Target;
use crate::rego::syntax::Kind;

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
pub fn rules_in_order(program: &Program, packages: &BTreeSet<&str>) -> Vec<RulePath> {
    let mut walk = Walk {
        program,
        seen: BTreeSet::new(),
        found: Vec::new(),
    };
    for path in program.paths() {
        let package = path.split_last().map(|(_, package)| package.join("."));
        if package.is_some_and(|package| packages.contains(package.as_str())) {
            walk.rule(path);
        }
    }
    walk.found
}

struct Walk<'p> {
    program: &'p Program,
    seen: BTreeSet<&'p [String]>,
    found: Vec<RulePath>,
}

impl<'p> Walk<'p> {
    fn rule(&mut self, path: &'p [String]) {
        if !self.seen.insert(path) {
            return;
        }
        let program = self.program;
        let definitions = program.definitions(path);
        let references = definitions.flat_map(|definition| &definition.rule.references);
        for reference in references {
            if let Target::Data(read) = &reference.target {
                for other in program.read_by(read) {
                    self.rule(other);
                }
            }
        }
        let first = program.definitions(path).next();
        if let Some(first) = first.filter(|first| first.rule.kind != Kind::Function) {
            self.found.push(RulePath {
                package: first.module.package.join("."),
                rule: first.rule.name.join("."),
            });
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::rules_in_order;
    use crate::engine::parse;
    use crate::pack::source::SourceFile;

    #[test]
    fn what_is_read_comes_first() {
        let files = [
            "package a\n\nimport data.b.c\n\nlast := twice(first)\n\nfirst := c.one\n\ntwice(x) := x * two\n\ntwo := 2\n",
            "package b.c\n\none := data.a.two - 1\n\nnot_read := 1\n",
            "package d\n\nnot_asked_for := 1\n",
        ]
        .map(|text| SourceFile {
            path: "a.rego".to_owned(),
            text: text.to_owned(),
        });
        let program = parse(&files.each_ref()).unwrap();
        let order = rules_in_order(&program, &["a"].into());
        let order = order
            .iter()
            .map(|path| format!("{}.{}", path.package, path.rule));
        assert_eq!(
            order.collect::<Vec<_>>(),
            ["a.two", "b.c.one", "a.first", "a.last"]
        );
    }
}
