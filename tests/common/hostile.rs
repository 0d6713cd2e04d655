//! Evidence that would be more than text if it could.

use serde_json::{Value, json};

use super::evidence;

/// Texts that act in a browser, a spreadsheet, a terminal, XML, a build server or Markdown; and how each is
/// shown.
pub const HOSTILE: [(&str, &str); 11] = [
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ("+1+1", "+1+1"),
    ("-2+3", "-2+3"),
    ("@SUM(1,1)", "@SUM(1,1)"),
    ("＝1+1", "＝1+1"),
    (
        "https://example.invalid/?a=1&b=2",
        "https://example.invalid/?a=1&b=2",
    ),
    (
        "甲\u{202e}乙\u{1b}[31m\u{0}",
        "甲\\u{202e}乙\\u{1b}[31m\\u{0}",
    ),
    ("]]> _x0041_ ::error::", "]]> _x0041_ ::error::"),
    ("`a` | b \"c\", d; e", "`a` | b \"c\", d; e"),
    ("\t=1+1\r\nx", "\\t=1+1\\r\\nx"),
];

/// A dossier with the text as the name of its provider and of people, and wherever else it can stand.
pub fn hostile(text: &str) -> Value {
    let mut evidence = evidence(&json!({
        "provider": {"name": text, "registered_capital_yuan": 1, "ownership_disputes": [text]},
        "people": [{"id": "p-01", "name": text}, {"id": "p-02", "name": text, "nationality": "CN"}],
        "absences": [{"subject": "remote", "stated_on": "2025-06-01", "stated_by": text, "reason": text}],
    }));
    evidence["findings"] = json!([{
        "clause": "1.b", "verdict": "not_satisfied", "assessor": text, "date": "2025-06-20",
        "reason": text, "evidence": [text],
    }]);
    evidence
}
