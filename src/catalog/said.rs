//! The evidence that a clause reads, in lines for people.

use super::row::{EvidenceRow, Words};
use crate::text::Language;

/// How many places of a vocabulary are named.
const PLACES: usize = 3;

/// What is read, a line for each part and for each vocabulary of words that are asked for:
/// `documents 制度与文件`, `documents[].kind: service_process (安全服务流程)`.
pub(crate) fn evidence(read: &EvidenceRow, language: Language) -> Vec<String> {
    let parts = read.parts.iter().map(|part| {
        let line = format!("{} {}", part.name, part.title.get(language));
        line.trim_end().to_owned()
    });
    parts
        .chain(read.words.iter().map(|words| asked(words, language)))
        .collect()
}

fn asked(words: &Words, language: Language) -> String {
    let (open, close, list, colon) = match language {
        Language::Chinese => ("（", "）", "、", "："),
        Language::English => (" (", ")", ", ", ": "),
    };
    let mut places = words
        .places
        .iter()
        .take(PLACES)
        .cloned()
        .collect::<Vec<_>>();
    if words.places.len() > PLACES {
        places.push("…".to_owned());
    }
    let words: Vec<String> = words
        .words
        .iter()
        .map(|word| match word.title.get(language) {
            "" => word.id.clone(),
            title => format!("{}{open}{title}{close}", word.id),
        })
        .collect();
    format!("{}{colon}{}", places.join(list), words.join(list))
}
