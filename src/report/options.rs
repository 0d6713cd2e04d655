//! The options of a run that bear on its results: what a reader needs to have them worked out again. How many
//! threads, whether results were kept and in which language are none of them.

use serde::{Deserialize, Serialize};
use serde_json::Number;
use std::collections::BTreeMap;
use std::time::Duration;

/// What was asked for. What is left out is as it is by default.
#[allow(clippy::struct_excessive_bools)] // Each is an option of its own on a command line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OptionsReport {
    /// The classes asked for, in place of those that dossiers apply for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<String>,
    /// SHA-256 of the scheme's file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// Whether the packs stand without the built-in one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub no_builtin: bool,
    /// Patterns of what was taken below folders.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub include: Vec<String>,
    /// Patterns of what was left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<String>,
    /// Whether hidden files were looked at.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// Whether links were followed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub follow_links: bool,
    /// The folder in which attachments were looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachments: Option<String>,
    /// Whether claims of several providers were compared.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub across: bool,
    /// How far the evaluation of a dossier might go.
    #[serde(skip_serializing_if = "LimitsReport::is_empty")]
    pub limits: LimitsReport,
}

/// Limits: beyond one of them a dossier is an error.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LimitsReport {
    /// Seconds that a dossier might take.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timeout_seconds: Option<Number>,
    /// Bytes that the rules might take for a dossier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_memory: Option<u64>,
    /// Limits on reading, by the names of their options without dashes: `max-depth`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub dossier: BTreeMap<String, u64>,
}

impl LimitsReport {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same with a limit on time.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout_seconds = if timeout.subsec_nanos() == 0 {
            Some(timeout.as_secs().into())
        } else {
            Number::from_f64(timeout.as_secs_f64())
        };
        self
    }

    /// The limit on time; none where there is none, or no time at all.
    #[must_use]
    pub fn timeout(&self) -> Option<Duration> {
        let seconds = self.timeout_seconds.as_ref()?.as_f64()?;
        let timeout = Duration::try_from_secs_f64(seconds).ok();
        timeout.filter(|timeout| !timeout.is_zero())
    }
}

impl OptionsReport {
    /// What was asked for as a command line has it, which reads the same in every language; all but the scheme,
    /// which has a place of its own.
    #[must_use]
    pub fn said(&self) -> String {
        let mut said: Vec<String> = Vec::new();
        let mut option = |name: &str, value: &str| said.push(format!("--{name} {}", quoted(value)));
        self.classes.iter().for_each(|class| option("class", class));
        if let Some(seconds) = &self.limits.timeout_seconds {
            option("timeout", &seconds.to_string());
        }
        if let Some(bytes) = &self.limits.max_memory {
            option("max-memory", &bytes.to_string());
        }
        for (limit, number) in &self.limits.dossier {
            option(limit, &number.to_string());
        }
        if let Some(folder) = &self.attachments {
            option("attachments", folder);
        }
        self.include.iter().for_each(|glob| option("include", glob));
        self.exclude.iter().for_each(|glob| option("exclude", glob));
        let flags = [
            (self.no_builtin, "--no-builtin"),
            (self.hidden, "--hidden"),
            (self.follow_links, "--follow-links"),
            (self.across, "--across"),
        ];
        let given = flags.into_iter().filter(|(is_given, _)| *is_given);
        said.extend(given.map(|(_, flag)| flag.to_owned()));
        said.join(" ")
    }
}

/// A value as a shell takes it for one.
fn quoted(value: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./:".contains(c);
    if !value.is_empty() && value.chars().all(is_plain) {
        return value.to_owned();
    }
    format!("'{}'", value.replace('\'', "'\\''"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn options_read_as_a_command_line() {
        let options = OptionsReport {
            classes: vec!["alpha".to_owned(), "it's".to_owned()],
            exclude: vec!["*.bak".to_owned()],
            no_builtin: true,
            attachments: Some("our scans".to_owned()),
            across: true,
            limits: LimitsReport {
                max_memory: Some(1_000_000),
                dossier: [("max-depth".to_owned(), 9)].into(),
                ..LimitsReport::default().with_timeout(Duration::from_millis(500))
            },
            ..OptionsReport::default()
        };
        assert_eq!(
            options.said(),
            r"--class alpha --class 'it'\''s' --timeout 0.5 --max-memory 1000000 --max-depth 9 --attachments 'our scans' --exclude '*.bak' --no-builtin --across"
        );
    }

    #[test]
    fn a_limit_on_time_comes_back_as_it_was() {
        for millis in [1, 500, 30_000, 86_400_000] {
            let timeout = Duration::from_millis(millis);
            let limits = LimitsReport::default().with_timeout(timeout);
            let text = serde_json::to_string(&limits).unwrap();
            let back: LimitsReport = serde_json::from_str(&text).unwrap();
            assert_eq!(back.timeout(), Some(timeout), "{text}");
        }
        for wrong in ["0", "-1", "1e300"] {
            let text = format!("{{\"timeout_seconds\": {wrong}}}");
            let limits: LimitsReport = serde_json::from_str(&text).unwrap();
            assert_eq!(limits.timeout(), None, "{wrong}");
        }
    }
}
