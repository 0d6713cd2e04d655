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
    lines.extend(asked_for(words, head));
    lines
}

/// A pack by id, version and digest.
pub fn pack(pack: &PackReport) -> String {
    format!("{} {} sha256:{}", pack.id, pack.version, pack.sha256)
}

/// Scheme and options, where there are some.
pub fn asked_for(words: &Words, head: &Head) -> Vec<String> {
    let colon = words.colon;
    let scheme = head.options.scheme.as_ref();
    let scheme = scheme.map(|it| format!("{}{colon}sha256:{it}", words.scheme()));
    let options = Some(head.options.said()).filter(|it| !it.is_empty());
    let options = options.map(|it| format!("{}{colon}{it}", words.options()));
    scheme.into_iter().chain(options).collect()
}

/// Reference date and digest of a dossier.
pub fn of_dossier(words: &Words, dossier: &DossierReport) -> String {
    let (date, sha256) = (&dossier.reference_date, &dossier.sha256);
    format!(
        "{} {date}{}sha256:{sha256}",
        words.reference_date, words.comma
    )
}
