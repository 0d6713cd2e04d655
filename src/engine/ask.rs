//! Asking for single rules, as tests do.

use serde_json::Value;

use super::complaint::Complaint;
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
    /// Keeps what `print` writes for `ask`; else it goes to stderr.
    pub fn keep_prints(&mut self) {
        self.inner.set_gather_prints(true);
    }

    /// Asks for the rule with that path below `data`.
    pub fn ask(&mut self, path: &[String]) -> Asked {
        self.set_timer(self.limit);
        let answer = match self.inner.eval_rule(written(path)) {
            Ok(regorus::Value::Undefined) => Ok(None),
            Ok(value) => Ok(Some(json(&value))),
            Err(error) => Err(match self.stop_if_timed_out(&error) {
                Err(EngineError::TimedOut(_)) => Raised {
                    message: format!("took longer than {:?} and was stopped", self.limit),
                    place: None,
                },
                Ok(()) => {
                    let complaint = Complaint::read(&format!("{error:#}"));
                    Raised {
                        message: complaint.to_string(),
                        place: complaint.place.map(|place| (place.file, place.line)),
                    }
                }
            }),
        };
        Asked {
            answer,
            printed: self.inner.take_prints().unwrap_or_default(),
        }
    }
}

/// A path as Rego writes it: `data.a["b-c"].d`.
pub(super) fn written(path: &[String]) -> String {
    path.iter().fold("data".to_owned(), |written, part| {
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
        assert_eq!(written(&path), r#"data.a["b-c"].d"#);
    }
}
