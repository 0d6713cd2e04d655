//! The JSON format: the model itself, indented.

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter, PrettyFormatter};
use std::io::{self, Write};

use super::error::{ByOrigin, ErrorReport};
use super::format::{End, Format, Fragment, Writer};
use super::model::{DossierReport, Head};
use super::spool::Spool;
use super::text::safe::is_hazard;
use crate::dossier::Places;

/// The published JSON Schema of the format.
pub const SCHEMA: &str = include_str!("../../schemas/report.schema.json");

/// The format with what is the same for every dossier.
#[derive(Clone, Debug)]
pub struct Json(pub Head);

/// A report as JSON, all at once.
///
/// # Errors
/// None that the model can cause.
pub fn render(report: &impl Serialize) -> io::Result<String> {
    Ok(indented(report, 0)? + "\n")
}

impl Format for Json {
    fn render(&self, dossier: &DossierReport, _: &Places) -> io::Result<Fragment> {
        Ok(Fragment {
            body: indented(dossier, 2)?,
            ..Fragment::default()
        })
    }

    fn writer(&self) -> Box<dyn Writer> {
        Box::new(JsonWriter {
            head: self.0.clone(),
            dossiers: 0,
            errors: ByOrigin::default(),
        })
    }
}

struct JsonWriter {
    head: Head,
    dossiers: u64,
    errors: ByOrigin<Spool>,
}

impl Writer for JsonWriter {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let head = indented(&self.head, 0)?;
        let open = head.strip_suffix("\n}").unwrap_or(&head);
        write!(out, "{open},\n  \"dossiers\": [")
    }

    fn dossier(&mut self, fragment: &Fragment, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.dossiers == 0 {
            b"\n    "
        } else {
            b",\n    "
        })?;
        self.dossiers += 1;
        out.write_all(fragment.body.as_bytes())
    }

    fn error(&mut self, error: &ErrorReport, _: &mut dyn Write) -> io::Result<()> {
        let spool = self.errors.of(error);
        let separator = if spool.is_empty() { "" } else { ",\n    " };
        spool.push(separator)?;
        spool.push(&indented(error, 2)?)
    }

    fn end(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.dossiers == 0 { b"" } else { b"\n  " })?;
        out.write_all(b"],\n  \"errors\": [")?;
        let mut separator = "\n    ";
        for spool in self.errors.each_mut() {
            if !spool.is_empty() {
                out.write_all(separator.as_bytes())?;
                spool.copy(out)?;
                separator = ",\n    ";
            }
        }
        let is_empty = self.errors.each().iter().all(|spool| spool.is_empty());
        out.write_all(if is_empty { b"]" } else { b"\n  ]" })?;
        if !end.across.is_empty() {
            write!(out, ",\n  \"across\": {}", indented(&end.across, 1)?)?;
        }
        if end.partial {
            out.write_all(b",\n  \"partial\": true")?;
        }
        out.write_all(b"\n}\n")
    }
}

/// A value as indented JSON that stands inside of `depth` other values.
fn indented(value: &impl Serialize, depth: usize) -> io::Result<String> {
    let mut formatter = PrettyFormatter::new();
    for _ in 0..depth {
        formatter.begin_array(&mut io::sink())?;
    }
    written(value, formatter)
}

/// A value as JSON on one line.
pub(super) fn compact(value: &impl Serialize) -> io::Result<String> {
    written(value, CompactFormatter)
}

fn written(value: &impl Serialize, formatter: impl Formatter) -> io::Result<String> {
    let mut text = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut text, Safe(formatter)))?;
    String::from_utf8(text).map_err(io::Error::other)
}

/// Writes characters that a terminal acts on as `\u` escapes, which leaves the data as it is.
struct Safe<F>(F);

impl<F: Formatter> Formatter for Safe<F> {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut plain = 0;
        // Below U+0020 the serializer has escaped everything.
        let hazards = fragment
            .char_indices()
            .filter(|(_, c)| (*c as u32) >= 0x7f && is_hazard(*c));
        for (start, c) in hazards {
            let before = fragment.get(plain..start).unwrap_or_default();
            writer.write_all(before.as_bytes())?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            plain = start + c.len_utf8();
        }
        let rest = fragment.get(plain..).unwrap_or_default();
        writer.write_all(rest.as_bytes())
    }

    fn write_char_escape<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        self.0.write_char_escape(writer, escape)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}
