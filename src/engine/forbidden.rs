//! Builtins that depend on more than their arguments. The same dossier must give the same result, on
//! every day and on every machine: a rule that calls one is refused where it is read, and where it gets
//! there in another way (`with f as time.now_ns`) it fails.

use super::load::builtin_arguments;
use crate::pack::PackError;
use crate::rego::Program;
use crate::rego::resolve::Target;

/// The builtins of OPA that depend on more than their arguments, with the number of these and what they
/// depend on.
pub const FORBIDDEN: [(&str, u8, &str); 12] = [
    ("crypto.x509.parse_and_verify_certificates", 1, "the clock"),
    (
        "crypto.x509.parse_and_verify_certificates_with_options",
        2,
        "the clock",
    ),
    ("http.send", 1, "the network"),
    ("io.jwt.decode_verify", 2, "the clock"),
    ("io.jwt.encode_sign", 3, "chance"),
    ("io.jwt.encode_sign_raw", 3, "chance"),
    ("net.lookup_ip_addr", 1, "the network"),
    ("opa.runtime", 0, "the environment"),
    ("rand.intn", 2, "chance"),
    ("time.now_ns", 0, "the clock"),
    ("trace", 1, "how the engine is run"),
    ("uuid.rfc4122", 1, "chance"),
];

/// Whether a builtin is one that results may not depend on.
#[must_use]
pub fn is_forbidden(builtin: &str) -> bool {
    FORBIDDEN.iter().any(|(name, ..)| *name == builtin)
}

/// Makes each of them fail where it is called.
pub(super) fn make_fail(engine: &mut regorus::Engine) {
    for (name, arguments, reason) in FORBIDDEN {
        let fail = move |_: Vec<regorus::Value>| {
            Err::<regorus::Value, _>(std::io::Error::other(said(name, reason)).into())
        };
        let _ = engine.add_extension(name.to_owned(), arguments, Box::new(fail));
    }
}

/// What is wrong with calling a builtin of that name; nothing where it is available.
#[must_use]
pub fn objection(name: &str) -> Option<String> {
    let forbidden = FORBIDDEN.iter().find(|(known, ..)| *known == name);
    match forbidden {
        Some((_, _, reason)) => Some(said(name, reason)),
        None if builtin_arguments(name).is_none() => Some(format!(
            "`{name}` is neither a function of this package nor a builtin that is available here"
        )),
        None => None,
    }
}

fn said(name: &str, reason: &str) -> String {
    format!(
        "`{name}` is not available: it depends on {reason}, and results depend on the dossier alone"
    )
}

/// Calls of what is not available, with their places.
pub(super) fn calls(program: &Program) -> Vec<PackError> {
    let mut found = Vec::new();
    for module in program.modules() {
        for reference in module.rules.iter().flat_map(|rule| &rule.references) {
            if let Target::Builtin(name) = &reference.target
                && !reference.replaced
                && let Some(message) = objection(name)
            {
                found.push(PackError::new(&module.file, &message).at(reference.line));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{FORBIDDEN, is_forbidden};

    /// What this engine knows, so that one which a new version brings is looked at.
    #[test]
    fn every_builtin_of_the_engine_was_looked_at() {
        let harmless = include_str!("harmless.txt");
        let harmless: Vec<&str> = harmless.lines().collect();
        for name in regorus::unstable::BUILTINS.keys() {
            let is_operator = name.starts_with("__");
            let is_known = is_forbidden(name) || harmless.contains(name);
            assert!(
                is_operator || is_known,
                "{name}: does it depend on its arguments alone?"
            );
        }
        assert!(FORBIDDEN.iter().all(|(name, ..)| !harmless.contains(name)));
    }
}
