//! Style and behaviour of the page, and the policy that lets nothing else in.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// The style sheets.
pub const STYLE: &str = concat!(
    include_str!("assets/colours.css"),
    include_str!("assets/base.css"),
    include_str!("assets/report.css"),
    include_str!("assets/clauses.css"),
    include_str!("assets/form.css"),
    include_str!("assets/index.css"),
    include_str!("assets/phone.css"),
    include_str!("assets/print.css"),
);

/// The scripts, as one.
pub const SCRIPT: &str = concat!(
    "\"use strict\";\n",
    include_str!("assets/page.js"),
    include_str!("assets/clauses.js"),
    include_str!("assets/index.js"),
    include_str!("assets/dossiers.js"),
    include_str!("assets/print.js"),
    include_str!("assets/start.js"),
);

/// The content security policy: this style and this script, and nothing from anywhere.
pub fn policy() -> String {
    let digest = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    let (style, script) = (digest(STYLE), digest(SCRIPT));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; img-src data:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types report"
    )
}
