//! Imports written out: `dates.reference` as `data.ciieval.lib.dates.reference`, which is the same in
//! Rego. The engine treats the two differently: what is read through an import has every rule of its
//! package evaluated, and functions read it as undefined once another package has read one of their
//! rules. Lines stay as they are.

use std::collections::BTreeMap;

use super::ask::written;
use crate::pack::source::SourceFile;
use crate::rego::syntax::Module;

/// The file with the imports of its module written out.
pub(super) fn spelled(module: &Module, file: &SourceFile) -> SourceFile {
    let mut names = BTreeMap::new();
    for reference in module.rules.iter().flat_map(|rule| &rule.references) {
        let import = reference.import.and_then(|at| module.imports.get(at));
        let import = import.filter(|import| import.is_of_data());
        if let Some(path) = import.and_then(|import| import.path.get(1..)) {
            names.insert(reference.name.start, (reference.name.end, written(path)));
        }
    }
    let mut text = file.text.clone();
    for (start, (end, name)) in names.into_iter().rev() {
        text.replace_range(start..end, &name);
    }
    SourceFile {
        path: file.path.clone(),
        text,
    }
}
