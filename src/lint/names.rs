//! What names lead to: imports, rules of other packages, functions and builtins must exist, and
//! functions must be given the arguments they take. Engines take what is not there for undefined.

use serde_json::Value;
use std::collections::BTreeSet;

use super::Linted;
use crate::engine::builtin_arguments;
use crate::engine::forbidden::objection;
use crate::pack::PackError;
use crate::rego::resolve::{Reference, Target};
use crate::rego::syntax::{Kind, Module, Rule};

pub(super) fn problems(linted: Linted<'_>) -> Vec<PackError> {
    let mut problems = Vec::new();
    for module in linted.program.modules() {
        let mut say = |line: usize, message: &str| {
            problems.push(PackError::new(&module.file, message).at(line));
        };
        for (index, import) in module.imports.iter().enumerate() {
            let alias = &import.alias;
            let mut references = module.rules.iter().flat_map(|rule| &rule.references);
            let of_language =
                matches!(import.path.first(), Some(root) if root == "rego" || root == "future");
            if !of_language && !references.any(|reference| reference.import == Some(index)) {
                say(import.line, &format!("import `{alias}` is not used"));
            }
            let path = import.path.get(1..).unwrap_or_default();
            if import.is_of_data() && !linted.exists(path) {
                let path = import.path.join(".");
                say(
                    import.line,
                    &format!("imports `{path}`, which no file declares"),
                );
            }
        }
        for reference in module.rules.iter().flat_map(|rule| &rule.references) {
            if let Some(message) = linted.wrong(module, reference) {
                say(reference.line, &message);
            }
        }
        for (line, name) in module.rules.iter().flat_map(without_value) {
            let message = format!("use of undefined variable `{name}` is unsafe");
            say(line, &message);
        }
    }
    problems
}

/// The variables that nothing in the rule gives a value, which the engine finds in bodies alone.
fn without_value(rule: &Rule) -> BTreeSet<(usize, &str)> {
    let unknown = |bound: bool| {
        rule.references
            .iter()
            .filter_map(move |reference| match &reference.target {
                Target::Unknown { name, bound_here }
                    if *bound_here == bound && !reference.replaced =>
                {
                    Some((reference.line, name.as_str()))
                }
                _ => None,
            })
    };
    let bound: BTreeSet<&str> = unknown(true).map(|(_, name)| name).collect();
    unknown(false)
        .filter(|(_, name)| *name != "_" && !bound.contains(name))
        .collect()
}

impl Linted<'_> {
    fn wrong(self, module: &Module, reference: &Reference) -> Option<String> {
        if reference.replaced {
            return None;
        }
        match (&reference.target, reference.arguments) {
            (Target::Input(_) | Target::Unknown { .. }, _) => None,
            (Target::Builtin(name), arguments) => {
                wrong_builtin(name, arguments.unwrap_or_default())
            }
            (Target::Data(path), None) if self.exists(path) => None,
            (Target::Data(path), Some(given)) if self.program.is_function(path) => {
                self.wrong_arguments(module, reference, path, given)
            }
            (Target::Data(path), called) => {
                let shown = shown(module, reference, path);
                Some(if called.is_some() && self.exists(path) {
                    format!("`{shown}` is called and is no function")
                } else {
                    format!("`{shown}` does not exist: it would be undefined in silence")
                })
            }
        }
    }

    fn wrong_arguments(
        self,
        module: &Module,
        reference: &Reference,
        path: &[String],
        given: usize,
    ) -> Option<String> {
        let mut definitions = self.program.definitions(path);
        let function = definitions.find(|definition| definition.rule.kind == Kind::Function)?;
        let takes = function.rule.arguments.len();
        let shown = shown(module, reference, path);
        (takes != given).then(|| format!("`{shown}` is given {given} arguments and takes {takes}"))
    }

    /// Whether a path below `data` leads to rules, packages or data.
    fn exists(self, path: &[String]) -> bool {
        !self.program.read_by(path).is_empty()
            || self.program.holds_packages(path)
            || holds(&self.pack.data, path)
    }
}

/// Data does not change after it is loaded: what is not there never will be.
fn holds(data: &Value, path: &[String]) -> bool {
    match (path.split_first(), data) {
        (None, _) => true,
        (Some((first, rest)), Value::Object(entries)) => {
            entries.get(first).is_some_and(|entry| holds(entry, rest))
        }
        (Some(_), _) => false,
    }
}

fn wrong_builtin(name: &str, given: usize) -> Option<String> {
    if let Some(objection) = objection(name) {
        return Some(objection);
    }
    match builtin_arguments(name) {
        Some(Some(takes)) if takes != given => Some(format!(
            "`{name}` is given {given} arguments and takes {takes}"
        )),
        _ => None,
    }
}

/// The path as it is written: through its import, or below `data`.
fn shown(module: &Module, reference: &Reference, path: &[String]) -> String {
    let import = reference.import.and_then(|at| module.imports.get(at));
    let through = import.and_then(|import| {
        let rest = path.get(import.path.len() - 1..)?;
        Some(
            std::iter::once(&import.alias)
                .chain(rest)
                .cloned()
                .collect(),
        )
    });
    let own = || {
        path.strip_prefix(module.package.as_slice())
            .map(<[String]>::to_vec)
    };
    let below_data = || {
        ["data".to_owned()]
            .into_iter()
            .chain(path.iter().cloned())
            .collect()
    };
    through.or_else(own).unwrap_or_else(below_data).join(".")
}
