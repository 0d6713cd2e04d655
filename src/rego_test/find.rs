//! Finding tests: rules named `test_…`, as OPA does; those named `todo_test_…` wait to be written.

use std::collections::BTreeSet;

use crate::pack::source::SourceFile;
use crate::rego::Program;
use crate::rego::resolve::Target;
use crate::rego::syntax::Module;

/// A test to be run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Test {
    /// The package, as `[regional, capital_test]`.
    pub package: Vec<String>,
    /// Name of the rule.
    pub name: String,
    /// File of its first definition.
    pub file: String,
    /// Line of its first definition, from 1.
    pub line: usize,
}

impl Test {
    /// The path of the rule below `data`.
    pub fn path(&self) -> Vec<String> {
        self.package.iter().chain([&self.name]).cloned().collect()
    }

    /// Whether it is left out until somebody writes it.
    pub fn waits(&self) -> bool {
        self.name.starts_with("todo_test_")
    }
}

/// The tests of the program, in the order of files and lines; a rule with several definitions is one.
pub(super) fn tests(program: &Program) -> Vec<Test> {
    let mut seen = BTreeSet::new();
    let mut tests = Vec::new();
    for module in program.modules() {
        for rule in module.rules.iter().filter(|rule| !rule.default) {
            let [name] = rule.name.as_slice() else {
                continue;
            };
            if is_test(name) && seen.insert((module.package.as_slice(), name)) {
                tests.push(Test {
                    package: module.package.clone(),
                    name: name.clone(),
                    file: module.file.clone(),
                    line: rule.line,
                });
            }
        }
    }
    tests
}

fn is_test(name: &str) -> bool {
    name.starts_with("test_") || name.starts_with("todo_test_")
}

/// The test files in which no test stands. Those that others read hold what tests share.
pub(super) fn files_without_tests(program: &Program, files: &[SourceFile]) -> Vec<String> {
    let tested: BTreeSet<String> = tests(program).into_iter().map(|test| test.file).collect();
    let candidates: Vec<&Module> = program
        .modules()
        .iter()
        .filter(|module| {
            files.iter().any(|file| file.path == module.file) && !tested.contains(&module.file)
        })
        .collect();
    let is_read = |module: &Module| {
        program
            .modules()
            .iter()
            .any(|other| other.package != module.package && reads(other, &module.package))
    };
    candidates
        .into_iter()
        .filter(|module| !is_read(module))
        .map(|module| module.file.clone())
        .collect()
}

fn reads(module: &Module, package: &[String]) -> bool {
    let mut references = module.rules.iter().flat_map(|rule| &rule.references);
    references.any(|reference| match &reference.target {
        Target::Data(path) => path.starts_with(package),
        _ => false,
    })
}
