//! What reports for people say of where they come from: program, packs, scheme and options of the run, digest
//! and reference date of each dossier. Whoever doubts a report needs these to have it worked out again.

use super::model::{DossierReport, Head, PackReport};
use super::text::words::Words;

/// Program, packs, scheme and options, each on a line of its own.
pub fn lines(words: &Words, head: &Head) -> Vec<String> {
    let colon = words.colon;
    let (name, version) = (head.tool.name, head.tool.version);
    let mut lines = vec![format!("{}{colon}{name} {version}", words.program())];
    let packs = head.packs.iter();
    lines.extend(packs.map(|it| format!("{}{colon}{}", words.packs(), pack(it))));
    if let Some(scheme) = &head.options.scheme {
        lines.push(format!("{}{colon}sha256:{scheme}", words.scheme()));
    }
    if !head.options.said().is_empty() {
        lines.push(options(words, head));
    }
    lines
}

/// A pack by id, version and digest.
pub fn pack(pack: &PackReport) -> String {
    format!("{} {} sha256:{}", pack.id, pack.version, pack.sha256)
}

/// What was asked for.
pub fn options(words: &Words, head: &Head) -> String {
    format!("{}{}{}", words.options(), words.colon, head.options.said())
}

/// Reference date and digest of a dossier.
pub fn of_dossier(words: &Words, dossier: &DossierReport) -> String {
    let (date, sha256) = (&dossier.reference_date, &dossier.sha256);
    format!(
        "{} {date}{}sha256:{sha256}",
        words.reference_date, words.comma
    )
}
