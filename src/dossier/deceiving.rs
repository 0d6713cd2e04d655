//! Characters that make a text look like another: invisible ones, and those of other alphabets that look
//! like Latin letters (Unicode Technical Standard 39).

use unicode_security::confusable_detection::skeleton;

use crate::report::text::safe::is_hazard;

/// The first character of a text that is not seen as it is, with its place, from 1.
pub(super) fn hidden(text: &str) -> Option<(usize, char)> {
    let mut places = text.chars().enumerate();
    places
        .find(|(_, c)| is_hazard(*c))
        .map(|(place, c)| (place + 1, c))
}

/// The text as it looks to people, where it is written to look like plain Latin text; else as it is.
pub(super) fn looks_like(text: &str) -> String {
    let seen: String = text
        .chars()
        .filter(|c| !is_hazard(*c))
        .map(|c| latin(c).unwrap_or(c))
        .collect();
    if seen.is_ascii() {
        seen
    } else {
        text.to_owned()
    }
}

/// Which character deceives in a text that should be plain Latin, beginning with `; `; nothing where none does.
pub(super) fn said(text: &str) -> String {
    if let Some((place, c)) = hidden(text) {
        return format!(
            "; its character {place} is {}, which is not seen: delete it",
            code_point(c)
        );
    }
    if text.is_ascii() || !looks_like(text).is_ascii() {
        return String::new();
    }
    let mut places = text.chars().enumerate();
    let found = places.find_map(|(place, c)| Some((place + 1, c, latin(c)?)));
    found.map_or_else(String::new, |(place, c, letter)| {
        format!(
            "; its character {place} is {}, which only looks like `{letter}`",
            code_point(c)
        )
    })
}

/// A character by its number in Unicode: `U+200B`.
pub(super) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// The Latin letter, digit or sign that a character of another kind looks like.
fn latin(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    // Full width forms stand in the order of ASCII.
    if let '\u{ff01}'..='\u{ff5e}' = c {
        return char::from_u32(u32::from(c) - 0xfee0);
    }
    let mut like = skeleton(c.encode_utf8(&mut [0; 4])).collect::<String>();
    let one = like.pop().filter(char::is_ascii);
    one.filter(|_| like.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_deceive_are_named() {
        assert_eq!(
            said("p\u{435}ople"),
            "; its character 2 is U+0435, which only looks like `e`"
        );
        assert_eq!(
            said("ｐeople"),
            "; its character 1 is U+FF50, which only looks like `p`"
        );
        assert_eq!(
            said("peo\u{200b}ple"),
            "; its character 4 is U+200B, which is not seen: delete it"
        );
        assert_eq!(said("人员"), "");
        assert_eq!(said("peopel"), "");
        assert_eq!(looks_like("p\u{435}op\u{ad}le"), "people");
        assert_eq!(looks_like("人员"), "人员");
    }
}
