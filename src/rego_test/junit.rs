//! The `JUnit` format, which build servers read. It is valid against the schema of Apache Ant's report
//! and the narrower one of Jenkins; both know no file and line of a test, so these stand in the message.
//! They ask for times and a host: those are constants, so that the same tests give the same bytes.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

use super::model::{Failure, FailureKind, TestReport, TestResult, TestStatus};
use super::text::details;
use crate::report::text::safe::safe;

/// The report as XML: one suite for each file, one case for each test.
///
/// # Errors
/// None that the model can cause.
pub fn render(report: &TestReport) -> io::Result<String> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let suites: Vec<&[TestResult]> = report
        .tests
        .chunk_by(|one, next| one.file == next.file)
        .collect();
    writer
        .create_element("testsuites")
        .write_inner_content(|writer| {
            suites
                .iter()
                .enumerate()
                .try_for_each(|(id, tests)| suite(writer, id, tests))
        })?;
    let mut xml = String::from_utf8(writer.into_inner()).map_err(io::Error::other)?;
    xml.push('\n');
    Ok(xml)
}

fn suite(writer: &mut Writer<Vec<u8>>, id: usize, tests: &[TestResult]) -> io::Result<()> {
    let Some(first) = tests.first() else {
        return Ok(());
    };
    let count = |counts: &dyn Fn(&TestResult) -> bool| {
        tests.iter().filter(|test| counts(test)).count().to_string()
    };
    let failed = |test: &TestResult, kind| test.failure.as_ref().is_some_and(|it| it.kind == kind);
    let (id, all) = (id.to_string(), tests.len().to_string());
    let failures = count(&|test| failed(test, FailureKind::NotTrue));
    let errors = count(&|test| failed(test, FailureKind::Raised));
    let skipped = count(&|test| test.status == TestStatus::Skipped);
    writer
        .create_element("testsuite")
        .with_attributes([
            ("id", id.as_str()),
            ("package", &safe(&first.package)),
            ("name", &safe(&first.file)),
            ("tests", &all),
            ("failures", &failures),
            ("errors", &errors),
            ("skipped", &skipped),
            ("time", "0"),
            ("timestamp", "1970-01-01T00:00:00"),
            ("hostname", "localhost"),
        ])
        .write_inner_content(|writer| {
            writer.create_element("properties").write_empty()?;
            tests.iter().try_for_each(|test| case(writer, test))?;
            let printed = tests.iter().flat_map(|test| &test.printed);
            let printed: Vec<String> = printed.map(|line| safe(line)).collect();
            let out = writer.create_element("system-out");
            out.write_text_content(BytesText::new(&printed.join("\n")))?;
            writer.create_element("system-err").write_empty()?;
            Ok(())
        })?;
    Ok(())
}

fn case(writer: &mut Writer<Vec<u8>>, test: &TestResult) -> io::Result<()> {
    let element = writer.create_element("testcase").with_attributes([
        ("classname", safe(&test.package).as_str()),
        ("name", &safe(&test.name)),
        ("time", "0"),
    ]);
    match (test.status, &test.failure) {
        (TestStatus::Skipped, _) => element.write_inner_content(|writer| {
            writer.create_element("skipped").write_empty()?;
            Ok(())
        })?,
        (_, Some(failure)) => {
            element.write_inner_content(|writer| self::failure(writer, test, failure))?
        }
        (_, None) => element.write_empty()?,
    };
    Ok(())
}

fn failure(writer: &mut Writer<Vec<u8>>, test: &TestResult, failure: &Failure) -> io::Result<()> {
    let (element, kind) = match failure.kind {
        FailureKind::NotTrue => ("failure", "not_true"),
        FailureKind::Raised => ("error", "raised"),
    };
    let message = format!("{}:{}: {}", test.file, test.line, failure.message);
    let details: Vec<String> = std::iter::once(message.clone())
        .chain(details(failure))
        .map(|line| safe(&line))
        .collect();
    writer
        .create_element(element)
        .with_attributes([("message", safe(&message).as_str()), ("type", kind)])
        .write_text_content(BytesText::new(&details.join("\n")))?;
    Ok(())
}
