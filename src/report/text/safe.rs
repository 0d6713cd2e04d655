//! Text from dossiers made fit for a terminal: nothing in it moves the cursor, sets colours, reorders
//! or hides what stands beside it.

/// The text with every character that is not simply shown written as its escape, such as `\u{1b}`.
#[must_use]
pub fn safe(text: &str) -> String {
    if !text.contains(is_hazard) {
        return text.to_owned();
    }
    let escape = |c: char| {
        if is_hazard(c) {
            c.escape_default().to_string()
        } else {
            c.to_string()
        }
    };
    text.chars().map(escape).collect()
}

/// Whether a terminal does something else with the character than to show it: control characters,
/// line and paragraph separators, and the invisible and direction-changing format characters of
/// Unicode (general categories Cc, Zl, Zp, Cf), tags and fillers among them. The two that XML cannot hold
/// in any way (U+FFFE, U+FFFF) are no characters at all.
#[must_use]
pub fn is_hazard(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}' | '\u{8e2}'
            | '\u{115f}'..='\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{fffe}'..='\u{ffff}'
            | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_a_terminal_would_act_on() {
        assert_eq!(safe("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(safe("a\r\nb\tc"), "a\\r\\nb\\tc");
        assert_eq!(
            safe("甲\u{202e}乙\u{9b}\u{200b}"),
            "甲\\u{202e}乙\\u{9b}\\u{200b}"
        );
    }

    #[test]
    fn leaves_ordinary_text_alone() {
        assert_eq!(
            safe("网络安全 (2025) “é” ≥ 65 😀"),
            "网络安全 (2025) “é” ≥ 65 😀"
        );
    }
}
