//! What is wrong with a file of a pack, in plain words: the YAML reader speaks of fields and types.

use crate::text::nearest;

/// The reader's message without its place, which is told apart.
pub(super) fn plain(message: &str) -> String {
    let message = message
        .rsplit_once(" at line ")
        .map_or(message, |(before, _)| before);
    let (place, about) = match message.split_once(": ") {
        Some((path, about)) if is_path(path) => (format!("{path}: "), about),
        _ => (String::new(), message),
    };
    place + &in_words(about)
}

/// Whether it is a path such as `terms[0].weight`, and no words.
fn is_path(text: &str) -> bool {
    !text.contains([' ', '`'])
}

fn in_words(about: &str) -> String {
    let named: Vec<&str> = about.split('`').skip(1).step_by(2).collect();
    let first = named.first().copied().unwrap_or_default();
    if about.starts_with("unknown field") {
        let known = named.get(1..).unwrap_or_default();
        return match nearest(first, known.iter().copied()) {
            Some(meant) => format!("unknown key `{first}`; did you mean `{meant}`?"),
            None => format!("unknown key `{first}`; known are {}", known.join(", ")),
        };
    }
    if about.starts_with("missing field") {
        return format!("lacks the key `{first}`");
    }
    if about.starts_with("duplicate field") {
        return format!("has the key `{first}` twice");
    }
    if let Some(key) = about.strip_prefix("duplicate entry with key ") {
        return format!("has the key `{}` twice", key.trim_matches('"'));
    }
    let types = about
        .strip_prefix("invalid type: ")
        .or_else(|| about.strip_prefix("invalid value: "));
    match types.and_then(|types| types.rsplit_once(", expected ")) {
        Some((found, expected)) => format!("has {} in place of {}", value(found), kind(expected)),
        None => about.to_owned(),
    }
}

/// A value that was found, as `string "thirty"`.
fn value(found: &str) -> String {
    let quoted = found.split_once(['"', '`']);
    match (found, quoted) {
        ("sequence", _) => "a list".to_owned(),
        ("map", _) => "keys with values".to_owned(),
        ("unit value" | "null", _) => "nothing".to_owned(),
        (_, Some((_, value))) => format!("`{}`", value.trim_end_matches(['"', '`'])),
        (other, None) => other.to_owned(),
    }
}

/// What belongs there, as `u32` or `a sequence`.
fn kind(expected: &str) -> &str {
    match expected {
        "u32" | "u64" | "usize" => "a whole number",
        "a string" => "text",
        "a sequence" => "a list",
        "a boolean" => "`true` or `false`",
        other if other == "a map" || other.starts_with("struct ") => "keys with values",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_reader_of_yaml_is_put_in_plain_words() {
        for (said, words) in [
            (
                "unknown field `overides`, expected one of `id`, `overrides` at line 2 column 1",
                "unknown key `overides`; did you mean `overrides`?",
            ),
            (
                "terms[0]: unknown field `colour`, expected one of `id`, `weight` at line 2 column 1",
                "terms[0]: unknown key `colour`; known are id, weight",
            ),
            (
                "missing field `id` at line 2 column 1",
                "lacks the key `id`",
            ),
            (
                "duplicate entry with key \"id\" at line 3 column 1",
                "has the key `id` twice",
            ),
            ("duplicate field `id`", "has the key `id` twice"),
            (
                "terms[0].weight: invalid type: string \"thirty\", expected u32 at line 4 column 13",
                "terms[0].weight: has `thirty` in place of a whole number",
            ),
            (
                "terms: invalid type: map, expected a sequence",
                "terms: has keys with values in place of a list",
            ),
            (
                "invalid type: unit value, expected struct Manifest",
                "has nothing in place of keys with values",
            ),
            (
                "did not find expected key at line 2 column 1, while parsing a block mapping",
                "did not find expected key",
            ),
        ] {
            assert_eq!(plain(said), words);
        }
    }
}
