//! `ciieval verify`: whether a report follows from the evidence, and whether it is signed.

use sha2::{Digest, Sha256};
use std::fs;
use std::io::{Cursor, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::{Exit, Failure, Out, places};
use crate::attachments::Attachments;
use crate::cli::{Lang, VerifyArgs, VerifyFormat};
use crate::dossier::{Limits, STDIN};
use crate::engine::{Engine, limits};
use crate::interrupt::{self, Drafts};
use crate::pack::source::hex;
use crate::pipeline::work::Context;
use crate::report::format::Format;
use crate::report::json::{self, Json};
use crate::report::model::{Head, LimitsReport, OptionsReport};
use crate::report::ndjson::Ndjson;
use crate::report::text::safe::safe;
use crate::schema::Schema;
use crate::scheme::Scheme;
use crate::signature::{self, Signed};
use crate::verify::{self, Given, Reported, Verdict, Verification};

/// The time limit where a report names none.
const LIMIT: Duration = Duration::from_secs(30);

pub(super) fn run(args: &VerifyArgs, out: &mut Out, err: &mut dyn Write) -> Result<Exit, Failure> {
    if args.dossier.is_empty() && args.public_key.is_none() {
        let message = "say with `--dossier` which evidence the report is held against, or with `--public-key` who signed it";
        return Err(Failure::new(message));
    }
    let drafts = Drafts::default();
    interrupt::end_at_once(&drafts);
    let places = places::open(args.format, VerifyFormat::Text, &args.output, &drafts)?;
    if args.dossier.iter().any(|path| path.as_os_str() == STDIN) {
        let message =
            "`--dossier` takes files and folders: dossiers are looked for by their digests first";
        return Err(Failure::new(message));
    }
    let language = Lang::or_locale(args.lang);
    let shown = args.report.display().to_string();
    let bytes = read(&args.report)?;
    let signed = match signed(args, &bytes)? {
        None => None,
        Some(Ok(signed)) => Some(signed),
        Some(Err(why)) => {
            let line = format!("error: `{shown}`: {}", why.get(language));
            // Nowhere is left to say that stderr is closed.
            let _ = writeln!(err, "{}", safe(&line));
            return Ok(Exit::Fail);
        }
    };
    let mut verification = Verification::new(&shown, &hex(&Sha256::digest(&bytes)), signed);
    if !args.dossier.is_empty() {
        let report = Reported::read(bytes);
        let report = report.map_err(|why| Failure::new(&format!("`{shown}` {why}")))?;
        let mut given = given(args, &report)?;
        let results = places.iter().filter_map(|(_, place)| place.path());
        given.others.extend(results.map(Path::to_owned));
        verification = verify::verify(&report, &given, verification)?;
    }
    for (format, place) in places {
        let styled = out.styled && place.path().is_none();
        let text = match format {
            VerifyFormat::Text => verify::text(&verification, language, styled),
            VerifyFormat::Json => json::render(&verification)?,
        };
        places::write(place, &text, out.stream)?;
    }
    Ok(match verification.verdict {
        Verdict::Follows | Verdict::Signed => Exit::Pass,
        Verdict::DoesNotFollow => Exit::Fail,
        Verdict::NotEvaluated => Exit::Incomplete,
    })
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let shown = path.display();
    fs::read(path).map_err(|error| Failure::new(&format!("`{shown}` cannot be read: {error}")))
}

/// The signature, where it is asked for: right, or why it is not.
fn signed(
    args: &VerifyArgs,
    bytes: &[u8],
) -> Result<Option<Result<Signed, crate::text::Text>>, Failure> {
    let Some(key) = &args.public_key else {
        return Ok(None);
    };
    let wrong = |error: String| Failure::new(&format!("public key `{key}` {error}"));
    let text = match fs::read_to_string(key) {
        Ok(text) => text,
        // What is no file may be the key itself.
        Err(_) if signature::public(key).is_ok() => key.clone(),
        Err(error) => return Err(wrong(format!("cannot be read: {error}"))),
    };
    let public = signature::public(&text).map_err(wrong)?;
    let beside = beside(&args.report);
    let file = args.signature.as_ref().unwrap_or(&beside);
    let text = fs::read(file).map_err(|error| {
        let file = file.display();
        Failure::new(&format!(
            "signature `{file}` cannot be read: {error}; `--signature` names another file"
        ))
    })?;
    let text = String::from_utf8_lossy(&text);
    let signed = signature::check(&public, &text, Cursor::new(bytes));
    Ok(Some(signed.map_err(|why| why.said())))
}

/// The file of a report's signature.
pub(super) fn beside(report: &Path) -> PathBuf {
    let mut name = report.as_os_str().to_owned();
    name.push(signature::ENDING);
    PathBuf::from(name)
}

/// The folder of attachments, which a report that looked at some is held against too.
fn attachments(args: &VerifyArgs, report: &Reported) -> Result<Option<Attachments>, Failure> {
    let (Some(called), Some(folder)) = (&report.options.attachments, &args.attachments) else {
        return match &report.options.attachments {
            Some(called) => Err(Failure::new(&format!(
                "the report looked at attachments in `{called}`: name their folder with `--attachments`"
            ))),
            None if args.attachments.is_some() => Err(Failure::new(
                "the report looked at no attachments: leave out `--attachments`",
            )),
            None => Ok(None),
        };
    };
    let others = fs::canonicalize(&args.report).into_iter().collect();
    let opened = super::open_attachments(folder, others)?;
    Ok(Some(opened.called(called)))
}

/// Packs, scheme and options to evaluate with again.
fn given(args: &VerifyArgs, report: &Reported) -> Result<Given, Failure> {
    if report.options.no_builtin && args.policies.is_empty() {
        let message = "the report was made without the built-in pack (`--no-builtin`): name its packs with `--policies`";
        return Err(Failure::new(message));
    }
    let pack = super::open(&args.policies, report.options.no_builtin)?.consistent()?;
    let pack = Arc::new(pack);
    let scheme = args.scheme.as_deref();
    let scheme = scheme.map(|path| Scheme::read(path, &pack)).transpose()?;
    if let (Some(sha256), None) = (&report.scheme, &scheme) {
        return Err(Failure::new(&format!(
            "the report follows a scheme: name its file with `--scheme` (SHA-256 {sha256})"
        )));
    }
    let options = OptionsReport {
        scheme: scheme.as_ref().map(|scheme| scheme.sha256.clone()),
        ..report.options.clone()
    };
    let timeout = options.limits.timeout();
    let options = OptionsReport {
        limits: match timeout {
            Some(_) => options.limits,
            None => LimitsReport::default().with_timeout(LIMIT),
        },
        ..options
    };
    let mut classes = options.classes.clone();
    if let (Some(scheme), true) = (&scheme, classes.is_empty()) {
        classes.clone_from(&scheme.plan.classes);
    }
    for class in &classes {
        let known = crate::evaluation::class(&pack, class);
        known.map_err(|error| {
            Failure::new(&format!("the report asks for another class: {error}"))
        })?;
    }
    limits::set_memory(options.limits.max_memory.unwrap_or(limits::MEMORY));
    let reading = Limits::from_changed(&options.limits.dossier);
    let attachments = attachments(args, report)?;
    let across = options.across;
    let head = Head::new(&pack).with(options).under(scheme.as_ref());
    let format: Arc<dyn Format> = if report.is_lines {
        Arc::new(Ndjson(head.clone()))
    } else {
        Arc::new(Json(head.clone()))
    };
    let context = Context {
        engine: Engine::new(&pack, timeout.unwrap_or(LIMIT))?,
        schema: Schema::new(&pack).map_err(|error| Failure::new(&error))?,
        classes,
        scheme,
        formats: vec![format],
        attachments,
        across,
        cache: None,
        profile: None,
        pack,
    };
    let cores = || std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    Ok(Given {
        context: Arc::new(context),
        head,
        dossiers: args.dossier.clone(),
        limits: reading.map_err(|error| Failure::new(&error))?,
        others: fs::canonicalize(&args.report).into_iter().collect(),
        jobs: args.jobs.map_or_else(cores, NonZeroUsize::get),
    })
}
