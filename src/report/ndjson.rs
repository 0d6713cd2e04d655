//! The NDJSON format: one JSON object on each line, a dossier or an error, as soon as it is known.
//! Every line says by which program and packs, so that lines of several runs can be mixed.

use serde::Serialize;
use std::io::{self, Write};

use super::format::{End, Format, Fragment, Writer};
use super::json;
use super::model::{DossierReport, ErrorReport, Head, OptionsReport, PackReport, Tool};
use super::remark::Remark;
use crate::dossier::Places;

/// Name and version of the contract.
pub const SCHEMA: &str = "ciieval/result/v1";

/// The format with what is the same for every dossier.
#[derive(Clone, Debug)]
pub struct Ndjson(pub Head);

/// The published JSON Schema of a line: that of the report holds it.
#[must_use]
pub fn schema() -> serde_json::Value {
    let mut schema: serde_json::Value = serde_json::from_str(json::SCHEMA).unwrap_or_default();
    if let Some(keys) = schema.as_object_mut() {
        keys.retain(|key, _| key == "$schema" || key == "$defs");
        keys.insert("$id".to_owned(), "urn:ciieval:result:v1".into());
        keys.insert("$ref".to_owned(), "#/$defs/line".into());
    }
    schema
}

/// By what and against what is evaluated.
#[derive(Serialize)]
struct By<'a> {
    tool: &'a Tool,
    packs: &'a [PackReport],
    pass_mark: u32,
    options: &'a OptionsReport,
}

impl<'a> From<&'a Head> for By<'a> {
    fn from(head: &'a Head) -> Self {
        Self {
            tool: &head.tool,
            packs: &head.packs,
            pass_mark: head.pass_mark,
            options: &head.options,
        }
    }
}

#[derive(Serialize)]
struct DossierLine<'a> {
    schema: &'static str,
    path: &'a str,
    #[serde(flatten)]
    by: By<'a>,
    dossier: &'a DossierReport,
}

#[derive(Serialize)]
struct ErrorLine<'a> {
    schema: &'static str,
    path: &'a str,
    #[serde(flatten)]
    by: By<'a>,
    error: &'a ErrorReport,
}

#[derive(Serialize)]
struct AcrossLine<'a> {
    schema: &'static str,
    across: &'a Remark,
}

#[derive(Serialize)]
struct PartialLine {
    schema: &'static str,
    partial: bool,
}

impl Format for Ndjson {
    fn render(&self, dossier: &DossierReport, _: &Places) -> io::Result<Fragment> {
        let line = DossierLine {
            schema: SCHEMA,
            path: &dossier.path,
            by: By::from(&self.0),
            dossier,
        };
        Ok(Fragment {
            body: json::compact(&line)? + "\n",
            ..Fragment::default()
        })
    }

    fn writer(&self) -> Box<dyn Writer> {
        Box::new(NdjsonWriter(self.0.clone()))
    }
}

struct NdjsonWriter(Head);

impl Writer for NdjsonWriter {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn dossier(&mut self, fragment: &Fragment, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(fragment.body.as_bytes())
    }

    fn error(&mut self, error: &ErrorReport, out: &mut dyn Write) -> io::Result<()> {
        let line = ErrorLine {
            schema: SCHEMA,
            path: error.about(),
            by: By::from(&self.0),
            error,
        };
        out.write_all((json::compact(&line)? + "\n").as_bytes())
    }

    fn end(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        for across in &end.across {
            let line = AcrossLine {
                schema: SCHEMA,
                across,
            };
            out.write_all((json::compact(&line)? + "\n").as_bytes())?;
        }
        if !end.partial {
            return Ok(());
        }
        let line = PartialLine {
            schema: SCHEMA,
            partial: true,
        };
        out.write_all((json::compact(&line)? + "\n").as_bytes())
    }
}
