//! `object.get(input, "people", null)` reads `input.people`, as written out as `input.people` itself.

use super::resolve::Target;
use super::syntax::{Expr, Key, Node};

/// Whether a function looks up its second argument in the first.
pub(super) fn is_lookup(function: &Expr) -> bool {
    let Node::Ref { root, steps } = &function.node else {
        return false;
    };
    let [step] = steps.as_slice() else {
        return false;
    };
    matches!(&root.node, Node::Var(name) if name == "object")
        && matches!(&step.key, Key::Field(field) if field == "get")
}

/// What `base` leads to, with the keys that are looked up in it.
pub(super) fn lengthen(target: &mut Target, base: &Expr, key: &Expr) {
    // Beyond a computed step nobody knows where the base leads.
    let is_written_out = match &base.node {
        Node::Var(_) => true,
        Node::Ref { steps, .. } => steps.iter().all(|step| matches!(step.key, Key::Field(_))),
        _ => false,
    };
    if let Target::Input(path) = target
        && is_written_out
    {
        path.extend(keys(key));
    }
}

/// The keys that are written out, up to one that is computed.
fn keys(key: &Expr) -> Vec<String> {
    let text = |expr: &Expr| match &expr.node {
        Node::String(key) => Some(key.clone()),
        _ => None,
    };
    match &key.node {
        Node::Collection(parts) => parts.iter().map_while(text).collect(),
        _ => text(key).into_iter().collect(),
    }
}
