//! Asking for single rules, as tests do.

use serde_json::Value;
use std::sync::Arc;
use std::time::Instant;

use super::trouble::Trouble;
use super::{Engine, EngineError, json};

/// What came of asking for a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Its value, `None` where it is undefined.
    pub answer: Result<Option<Value>, Raised>,
    /// What `print` wrote, with file and line.
    pub printed: Vec<String>,
}

/// A rule that raised.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Raised {
    /// What the engine says, with the place.
    pub message: String,
    /// File and line where it raised, if the engine says so.
    pub place: Option<(String, usize)>,
}

impl Engine {
    /// Asks for the rule with that path below `data`.
    pub fn ask(&mut self, path: &[String]) -> Asked {
        let rule = written("data", &self.spelling.path(path));
        let spelling = Arc::clone(&self.spelling);
        let asked = self.query(Instant::now() + self.limit, move |engine| {
            let answer = match engine.eval_rule(rule) {
                Ok(regorus::Value::Undefined) => Ok(None),
                Ok(value) => Ok(Some(json(&value))),
                Err(error) => Err(Trouble::of(&error, &spelling)),
            };
            Ok((answer, engine.take_prints().unwrap_or_default()))
        });
        let (answer, printed) = match asked {
            Ok(Ok((answer, printed))) => (answer, printed),
            Ok(Err(trouble)) => (Err(trouble), Vec::new()),
            Err(EngineError::TimedOut(_)) => (Err(Trouble::Time), Vec::new()),
            Err(error @ EngineError::Crowded) => {
                let answer = Err(Raised::new(error.to_string()));
                return Asked {
                    answer,
                    printed: Vec::new(),
                };
            }
        };
        let answer = match answer {
            Ok(Some(Err(large))) => Err(Raised::new(large)),
            Ok(Some(Ok(value))) => Ok(Some(value)),
            Ok(None) => Ok(None),
            Err(Trouble::Time) => Err(Raised::new(format!(
                "took longer than {:?} and was stopped",
                self.limit
            ))),
            Err(trouble) => Err(Raised {
                message: trouble.to_string(),
                place: match trouble {
                    Trouble::Raised(complaint) => {
                        complaint.place.map(|place| (place.file, place.line))
                    }
                    _ => None,
                },
            }),
        };
        Asked { answer, printed }
    }
}

impl Raised {
    fn new(message: String) -> Self {
        Self {
            message,
            place: None,
        }
    }
}

/// A path as Rego writes it: `data.a["b-c"].d`.
pub(super) fn written(root: &str, path: &[String]) -> String {
    path.iter().fold(root.to_owned(), |written, part| {
        let is_name = part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if is_name {
            format!("{written}.{part}")
        } else {
            format!("{written}[{}]", Value::from(part.as_str()))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn paths_are_written_as_rego_reads_them() {
        let path = ["a", "b-c", "d"].map(str::to_owned);
        assert_eq!(written("data", &path), r#"data.a["b-c"].d"#);
    }
}
