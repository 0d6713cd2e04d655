//! Words of problems: names of kinds of values, quoted text, and the nearest known word.

use serde_json::Value;

use super::deceiving::looks_like;
use crate::report::text::safe::safe;

/// How long quoted evidence may get in a message.
const LONGEST: usize = 60;

/// What kind of value it is, with a verb: `is text`.
pub(crate) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "is empty",
        Value::Bool(_) => "is true or false",
        Value::Number(number) if number.is_f64() => "is a number",
        Value::Number(_) => "is a whole number",
        Value::String(_) => "is text",
        Value::Array(_) => "is a list",
        Value::Object(_) => "is a mapping",
    }
}

/// What a type of JSON Schema is called.
pub(crate) fn type_name(name: &str) -> &str {
    match name {
        "object" => "a mapping of keys to values",
        "array" => "a list",
        "string" => "text",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "null" => "empty",
        other => other,
    }
}

/// What a vocabulary's words are called: `education level` for `education_levels`.
pub(crate) fn noun(vocabulary: &str) -> String {
    if vocabulary == "services" {
        return "service item".to_owned();
    }
    let spaced = vocabulary.replace('_', " ");
    let endings = [("classes", "class"), ("ies", "y"), ("s", "")];
    for (plural, singular) in endings {
        if let Some(stem) = spaced.strip_suffix(plural) {
            return format!("{stem}{singular}");
        }
    }
    spaced
}

/// A number of things: `1 entry`, `2 entries`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Text from evidence between backticks: shortened, without anything that steers a terminal.
pub(crate) fn quoted(text: &str) -> String {
    format!("`{}`", escaped(text))
}

/// A scalar from evidence as it is quoted in a message.
pub(crate) fn quoted_value(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(_) | Value::Object(_) => kind(value).trim_start_matches("is ").to_owned(),
        other => quoted(&other.to_string()),
    }
}

/// Text from evidence, shortened, without anything that steers a terminal.
pub(crate) fn escaped(text: &str) -> String {
    let mut shown = harmless(&text.chars().take(LONGEST).collect::<String>());
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// Text with the characters spelt out that are not simply shown.
pub(crate) fn harmless(text: &str) -> String {
    safe(text)
}

/// A word that may be meant, and the other names that it goes by.
pub(crate) struct Candidate<'a> {
    /// The word as it must be written.
    pub word: &'a str,
    /// Its titles in either language.
    pub titles: [Option<&'a str>; 2],
}

impl<'a> Candidate<'a> {
    /// A word without titles.
    pub(crate) fn plain(word: &'a str) -> Self {
        Self {
            word,
            titles: [None, None],
        }
    }
}

/// The candidate that is most like `text`: by its title, or by few wrong letters.
pub(crate) fn nearest<'a>(
    text: &str,
    candidates: impl IntoIterator<Item = Candidate<'a>>,
) -> Option<&'a str> {
    let meant = plain(&looks_like(text));
    let length = meant.chars().count();
    if length == 0 || length > 4 * LONGEST {
        return None;
    }
    let allowed = (length / 3).max(1);
    let mut best: Option<(usize, f64, &str)> = None;
    for candidate in candidates {
        let titled = candidate
            .titles
            .iter()
            .flatten()
            .any(|title| plain(title) == meant);
        let word = plain(candidate.word);
        if titled || word == meant {
            return Some(candidate.word);
        }
        if word.chars().count().abs_diff(length) > allowed {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&meant, &word);
        let likeness = strsim::jaro_winkler(&meant, &word);
        let closer = best.is_none_or(|(least, most, _)| {
            distance < least || (distance == least && likeness > most)
        });
        if distance <= allowed && distance < length && closer {
            best = Some((distance, likeness, candidate.word));
        }
    }
    best.map(|(_, _, word)| word)
}

/// The words written without regard to case and to what joins their parts.
fn plain(text: &str) -> String {
    text.trim().to_lowercase().replace(['-', ' '], "_")
}

/// `; did you mean …?`, or nothing.
pub(crate) fn did_you_mean(word: Option<&str>) -> String {
    word.map(|word| format!("; did you mean {}?", quoted(word)))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(text: &str, words: &'static [&'static str]) -> Option<&'static str> {
        nearest(text, words.iter().map(|word| Candidate::plain(word)))
    }

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let words = &["people", "projects", "reference_date", "from", "until"];
        assert_eq!(near("peopel", words), Some("people"));
        assert_eq!(near("Reference-Date", words), Some("reference_date"));
        assert_eq!(near("form", words), Some("from"));
        assert_eq!(near("colour", words), None);
        assert_eq!(near("x", words), None);
        assert_eq!(near("", words), None);
    }

    #[test]
    fn a_title_in_either_language_is_recognised() {
        let candidate = Candidate {
            word: "people",
            titles: [Some("人员"), Some("Staff")],
        };
        assert_eq!(nearest("人员", [candidate]), Some("people"));
    }

    #[test]
    fn vocabularies_have_singular_names() {
        let nouns = [
            "education_levels",
            "services",
            "classes",
            "data_categories",
            "clauses",
        ];
        let expected = [
            "education level",
            "service item",
            "class",
            "data category",
            "clause",
        ];
        assert_eq!(nouns.map(noun), expected);
        assert_eq!(noun("character_classes"), "character class");
    }

    #[test]
    fn evidence_cannot_steer_the_terminal() {
        assert_eq!(quoted("a\u{1b}[31mb\u{202e}c"), "`a\\u{1b}[31mb\\u{202e}c`");
        assert_eq!(quoted(&"很".repeat(61)), format!("`{}…`", "很".repeat(60)));
    }
}
