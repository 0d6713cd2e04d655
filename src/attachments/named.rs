//! Everything in a dossier that names an attachment.

use serde_json::Value;

/// An attachment where it is named.
#[derive(Debug)]
pub struct Named<'e> {
    /// The name as the dossier has it.
    pub file: &'e str,
    /// The digest stated.
    pub sha256: Option<&'e str>,
    /// The page or section.
    pub page: Option<&'e str>,
    /// Where it stands, as `people[0].certificates[1].attachments[0]`.
    pub path: String,
    /// What it is attached to, and where that stands.
    pub owner: &'e Value,
    pub owner_path: String,
}

/// All attachments, in the order of the dossier.
pub fn named(evidence: &Value) -> Vec<Named<'_>> {
    let mut found = Vec::new();
    visit(evidence, "", &mut found);
    found
}

fn visit<'e>(value: &'e Value, path: &str, found: &mut Vec<Named<'e>>) {
    match value {
        Value::Object(keys) => {
            for (key, inner) in keys {
                let dot = if path.is_empty() { "" } else { "." };
                let inner_path = format!("{path}{dot}{key}");
                if key == "attachments" {
                    attached(value, path, inner, &inner_path, found);
                } else {
                    visit(inner, &inner_path, found);
                }
            }
        }
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                visit(entry, &format!("{path}[{index}]"), found);
            }
        }
        _ => {}
    }
}

fn attached<'e>(
    owner: &'e Value,
    owner_path: &str,
    list: &'e Value,
    path: &str,
    found: &mut Vec<Named<'e>>,
) {
    for (index, entry) in list.as_array().into_iter().flatten().enumerate() {
        let text = |key| entry.get(key).and_then(Value::as_str);
        let Some(file) = text("file") else { continue };
        found.push(Named {
            file,
            sha256: text("sha256"),
            page: text("page"),
            path: format!("{path}[{index}]"),
            owner,
            owner_path: owner_path.to_owned(),
        });
    }
}
