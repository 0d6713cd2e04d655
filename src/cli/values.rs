//! Values that several commands take.

use clap::ValueEnum;
use std::path::PathBuf;
use std::time::Duration;

use crate::text::Language;

/// A language of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// Chinese
    Zh,
    /// English
    En,
}

impl Lang {
    /// The language asked for, or that of the locale: Chinese where that is Chinese, else English.
    #[must_use]
    pub fn or_locale(asked: Option<Self>) -> Language {
        let chinese = || {
            sys_locale::get_locale().is_some_and(|locale| locale.to_lowercase().starts_with("zh"))
        };
        if asked.map_or_else(chinese, |lang| lang == Self::Zh) {
            Language::Chinese
        } else {
            Language::English
        }
    }
}

pub(super) fn target<F: ValueEnum>(text: &str) -> Result<(F, PathBuf), String> {
    let wrong = || "write `FORMAT=FILE`, as in `json=report.json`".to_owned();
    let (format, file) = text
        .split_once('=')
        .filter(|(_, file)| !file.is_empty())
        .ok_or_else(wrong)?;
    let format = F::from_str(format, false).map_err(|_| {
        let known: Vec<String> = F::value_variants().iter().filter_map(named).collect();
        format!(
            "there is no format `{format}`; there is {}",
            known.join(", ")
        )
    })?;
    Ok((format, PathBuf::from(file)))
}

fn named<F: ValueEnum>(format: &F) -> Option<String> {
    Some(format!("`{}`", format.to_possible_value()?.get_name()))
}

/// The seconds that rules may take for a dossier, where nobody says otherwise.
pub(super) const TIME: &str = "30";

pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let duration = text
        .parse()
        .ok()
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    duration
        .filter(|duration| !duration.is_zero())
        .ok_or_else(|| "give a number of seconds above 0".to_owned())
}
