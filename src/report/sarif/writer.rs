//! The run under way. Results are written as they come; what SARIF has elsewhere waits on disk.

use std::io::{self, Write};
use std::sync::Arc;

use super::model::{Driver, RunProperties};
use super::uri::ROOT;
use super::{Added, results, rules};
use crate::pack::Pack;
use crate::report::format::{End, Fragment, Writer};
use crate::report::json::compact;
use crate::report::model::{ErrorReport, Head, Tool};
use crate::report::spool::Spool;
use crate::report::text::words::Words;
use crate::text::Language;

/// Where the schema is published.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A report under way.
#[derive(Debug)]
pub struct SarifWriter {
    pack: Arc<Pack>,
    head: Head,
    language: Language,
    words: &'static Words,
    results: u64,
    artifacts: Spool,
    /// The last artifact: lines of one file are dossiers behind each other.
    last_artifact: String,
    notifications: Spool,
    evaluations: Spool,
    elsewhere: Spool,
}

impl SarifWriter {
    /// An empty report whose texts are in `language`.
    pub fn new(pack: Arc<Pack>, head: Head, language: Language) -> Self {
        Self {
            pack,
            head,
            language,
            words: Words::of(language),
            results: 0,
            artifacts: Spool::default(),
            last_artifact: String::new(),
            notifications: Spool::default(),
            evaluations: Spool::default(),
            elsewhere: Spool::default(),
        }
    }

    fn add(&mut self, added: &Added, out: &mut dyn Write) -> io::Result<()> {
        for result in &added.results {
            out.write_all(if self.results == 0 { b"\n" } else { b",\n" })?;
            self.results += 1;
            out.write_all(result.as_bytes())?;
        }
        for artifact in &added.artifacts {
            if *artifact != self.last_artifact {
                push(&mut self.artifacts, artifact)?;
                artifact.clone_into(&mut self.last_artifact);
            }
        }
        for (spool, items) in [
            (&mut self.notifications, &added.notifications),
            (&mut self.evaluations, &added.evaluations),
            (&mut self.elsewhere, &added.elsewhere),
        ] {
            items.iter().try_for_each(|item| push(spool, item))?;
        }
        Ok(())
    }
}

fn push(spool: &mut Spool, item: &str) -> io::Result<()> {
    let separator = if spool.is_empty() { "\n" } else { ",\n" };
    spool.push(&format!("{separator}{item}"))
}

impl Writer for SarifWriter {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let language = match self.language {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        };
        let Tool { name, version } = Tool::this();
        let driver = Driver {
            name,
            version,
            semantic_version: version,
            language,
            rules: rules::all(&self.pack, self.words),
        };
        let root = serde_json::json!({"description": {"text": self.words.root_is()}});
        writeln!(
            out,
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{"
        )?;
        writeln!(out, "\"tool\":{{\"driver\":{}}},", compact(&driver)?)?;
        writeln!(
            out,
            "\"language\":\"{language}\",\"columnKind\":\"unicodeCodePoints\","
        )?;
        writeln!(
            out,
            "\"originalUriBaseIds\":{{\"{ROOT}\":{}}},",
            compact(&root)?
        )?;
        write!(out, "\"results\":[")
    }

    fn dossier(&mut self, fragment: &Fragment, out: &mut dyn Write) -> io::Result<()> {
        self.add(&serde_json::from_str(&fragment.body)?, out)
    }

    fn error(&mut self, error: &ErrorReport, out: &mut dyn Write) -> io::Result<()> {
        self.add(&results::of_error(error)?, out)
    }

    fn end(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        for notification in results::across(self.words, &end.across)? {
            push(&mut self.notifications, &notification)?;
        }
        if end.partial {
            for notification in results::partial(self.words)? {
                push(&mut self.notifications, &notification)?;
            }
        }
        let properties = RunProperties {
            pass_mark: self.head.pass_mark,
            packs: &self.head.packs,
            options: &self.head.options,
            partial: end.partial,
        };
        let properties = compact(&properties)?;
        let successful = !end.partial && !end.counts.is_incomplete();
        write!(out, "\n],\n\"artifacts\":[")?;
        self.artifacts.copy(out)?;
        write!(
            out,
            "\n],\n\"invocations\":[{{\"executionSuccessful\":{successful},\"toolExecutionNotifications\":["
        )?;
        self.notifications.copy(out)?;
        let open = properties.strip_suffix('}').unwrap_or(&properties);
        write!(out, "\n]}}],\n\"properties\":{open},\n\"evaluations\":[")?;
        self.evaluations.copy(out)?;
        write!(out, "\n],\"elsewhere\":[")?;
        self.elsewhere.copy(out)?;
        writeln!(out, "\n]}}}}]}}")
    }
}
