//! The `JUnit` XML that build servers read: suites of cases, whatever they are about.
//!
//! It is valid against the schema of Jenkins; suites with an id are valid against that of Apache Ant's report
//! too. Both know no file and line of a case, so these stand in the text. They ask for times and a host:
//! those are constants, so that the same results give the same bytes.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

use crate::report::text::safe::safe;

/// What opens and closes a report around its suites.
const OPEN: &str = "<testsuites>";
const CLOSE: &str = "\n</testsuites>";

/// Cases that belong together.
#[derive(Debug, Default)]
pub struct Suite {
    /// Its number, where it is known.
    pub id: Option<usize>,
    /// What it is about.
    pub package: String,
    /// Its name.
    pub name: String,
    /// The file it is about.
    pub file: Option<String>,
    /// What is known of it.
    pub properties: Vec<(&'static str, String)>,
    /// The cases.
    pub cases: Vec<Case>,
    /// What was printed.
    pub out: String,
}

/// A case.
#[derive(Debug)]
pub struct Case {
    /// What it is grouped by.
    pub class: String,
    /// Its name.
    pub name: String,
    /// How it ended.
    pub ending: Ending,
}

/// How a case ended.
#[derive(Debug)]
pub enum Ending {
    /// Well.
    Passed,
    /// It did not run, and why.
    Skipped(Option<String>),
    /// What it asks for is not so.
    Failure(Trouble),
    /// It could not be decided.
    Error(Trouble),
}

/// Why a case did not end well.
#[derive(Debug)]
pub struct Trouble {
    /// Which kind of trouble.
    pub kind: &'static str,
    /// It in a line.
    pub message: String,
    /// All of it.
    pub lines: Vec<String>,
}

/// What stands before the suites.
pub fn head() -> io::Result<String> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    Ok(format!("{}\n{OPEN}", text(writer)?))
}

/// What stands after the suites.
pub fn foot() -> String {
    format!("{CLOSE}\n")
}

/// The suites, as they stand between head and foot.
pub fn body(suites: &[Suite]) -> io::Result<String> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer
        .create_element("testsuites")
        .write_inner_content(|writer| suites.iter().try_for_each(|it| suite(writer, it)))?;
    let whole = text(writer)?;
    let inner = whole.strip_prefix(OPEN).unwrap_or(&whole);
    Ok(inner.strip_suffix(CLOSE).unwrap_or(inner).to_owned())
}

fn text(writer: Writer<Vec<u8>>) -> io::Result<String> {
    String::from_utf8(writer.into_inner()).map_err(io::Error::other)
}

fn suite(writer: &mut Writer<Vec<u8>>, suite: &Suite) -> io::Result<()> {
    let count = |counts: fn(&Ending) -> bool| {
        let cases = suite.cases.iter();
        cases.filter(|case| counts(&case.ending)).count()
    };
    let id = suite.id.map(|id| id.to_string());
    let numbers = [
        ("tests", suite.cases.len()),
        ("failures", count(|it| matches!(it, Ending::Failure(_)))),
        ("errors", count(|it| matches!(it, Ending::Error(_)))),
        ("skipped", count(|it| matches!(it, Ending::Skipped(_)))),
    ]
    .map(|(name, number)| (name, number.to_string()));
    let (package, name) = (safe(&suite.package), safe(&suite.name));
    let file = suite.file.as_deref().map(safe);
    let mut element = writer.create_element("testsuite");
    element = element.with_attributes(id.as_deref().map(|id| ("id", id)));
    element = element.with_attributes([("package", package.as_str()), ("name", &name)]);
    element = element.with_attributes(file.as_deref().map(|file| ("file", file)));
    element = element.with_attributes(numbers.iter().map(|(name, it)| (*name, it.as_str())));
    element = element.with_attributes([
        ("time", "0"),
        ("timestamp", "1970-01-01T00:00:00"),
        ("hostname", "localhost"),
    ]);
    element.write_inner_content(|writer| {
        properties(writer, &suite.properties)?;
        suite.cases.iter().try_for_each(|it| case(writer, it))?;
        let out = writer.create_element("system-out");
        out.write_text_content(BytesText::new(&suite.out))?;
        writer.create_element("system-err").write_empty()?;
        Ok(())
    })?;
    Ok(())
}

fn properties(writer: &mut Writer<Vec<u8>>, all: &[(&str, String)]) -> io::Result<()> {
    let element = writer.create_element("properties");
    if all.is_empty() {
        element.write_empty()?;
        return Ok(());
    }
    element.write_inner_content(|writer| {
        for (name, value) in all {
            let property = writer.create_element("property");
            property
                .with_attributes([("name", *name), ("value", &safe(value))])
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn case(writer: &mut Writer<Vec<u8>>, case: &Case) -> io::Result<()> {
    let element = writer.create_element("testcase").with_attributes([
        ("classname", safe(&case.class).as_str()),
        ("name", &safe(&case.name)),
        ("time", "0"),
    ]);
    match &case.ending {
        Ending::Passed => element.write_empty()?,
        Ending::Skipped(why) => element.write_inner_content(|writer| {
            let skipped = writer.create_element("skipped");
            match why.as_deref().map(safe) {
                Some(why) => skipped.with_attribute(("message", why.as_str())),
                None => skipped,
            }
            .write_empty()?;
            Ok(())
        })?,
        Ending::Failure(it) => element.write_inner_content(|xml| trouble(xml, "failure", it))?,
        Ending::Error(it) => element.write_inner_content(|xml| trouble(xml, "error", it))?,
    };
    Ok(())
}

fn trouble(writer: &mut Writer<Vec<u8>>, name: &str, trouble: &Trouble) -> io::Result<()> {
    let lines: Vec<String> = trouble.lines.iter().map(|line| safe(line)).collect();
    writer
        .create_element(name)
        .with_attributes([
            ("message", safe(&trouble.message).as_str()),
            ("type", trouble.kind),
        ])
        .write_text_content(BytesText::new(&lines.join("\n")))?;
    Ok(())
}
