//! Dossiers that try to crash, stop, fill or deceive the program: each is run as a user would, and costs less
//! than a second and 100 MB more than a small good one.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout
)]

mod common;
#[path = "hostile/recipes.rs"]
mod recipes;
#[path = "hostile/table.rs"]
mod table;

use clap::CommandFactory;
use common::ci::assert_no_hazards;
use common::command;
use serde_json::Value;
use std::fmt::Write as _;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use table::Case;
use wait4::Wait4;

const DOCUMENT: &str = "docs/trust.md";

/// What a run may cost above a small good dossier. A machine with other things to do too takes longer: without
/// `TIMES` only what hangs is too long.
const TIME: Duration = Duration::from_secs(1);
const HANGS: u32 = 10;
const MEMORY: u64 = 100_000_000;

/// What came of a run, and what it cost.
struct Ran {
    code: i32,
    out: String,
    err: String,
    time: Duration,
    memory: u64,
}

/// Runs a case in a folder.
fn run(folder: &Path, case: &Case, format: &str) -> Ran {
    let place = tempfile::tempdir().unwrap();
    let file = |name: &str| File::create(place.path().join(name)).unwrap();
    let mut source = (!case.stdin.is_empty()).then(|| {
        let mut source = Command::new(&case.stdin[0]);
        source.args(&case.stdin[1..]).stdout(Stdio::piped());
        source.stderr(Stdio::null()).spawn().unwrap()
    });
    let input = source.as_mut().map(|source| source.stdout.take().unwrap());
    let start = Instant::now();
    let mut child = command(&["check", "--jobs", "1", "--lang", "en", "--format", format])
        .args(&case.options)
        .arg(case.path())
        .current_dir(folder)
        // What the program uses is counted, not what the allocator takes in advance.
        .env("MIMALLOC_ARENA_EAGER_COMMIT", "0")
        .stdin(input.map_or_else(Stdio::null, Stdio::from))
        .stdout(file("out"))
        .stderr(file("err"))
        .spawn()
        .unwrap();
    let used = child.wait4().unwrap();
    let time = start.elapsed();
    if let Some(mut source) = source {
        let _ = source.kill();
        source.wait().unwrap();
    }
    let read = |name: &str| std::fs::read_to_string(place.path().join(name)).unwrap();
    Ran {
        code: used.status.code().unwrap_or(-1),
        out: read("out"),
        err: read("err"),
        time,
        memory: used.rusage.maxrss,
    }
}

/// The better of two runs, where the first was slow: the machine has other things to do too.
fn best(folder: &Path, case: &Case, format: &str, most: Duration) -> Ran {
    let first = run(folder, case, format);
    if first.time <= most {
        return first;
    }
    let second = run(folder, case, format);
    if second.time < first.time {
        second
    } else {
        first
    }
}

/// The lines that the table keeps.
fn said(ran: &Ran) -> Vec<String> {
    let (text, lines) = if ran.code == 3 {
        (&ran.err, 3)
    } else {
        (&ran.out, 1)
    };
    let short = |line: &str| line.chars().take(400).collect();
    text.lines().take(lines).map(short).collect()
}

/// A small good dossier.
fn good() -> Case {
    Case {
        file: Some("encodings/byte-order-mark.yaml".to_owned()),
        made: None,
        stdin: Vec::new(),
        tries: String::new(),
        options: Vec::new(),
        exit: 1,
        says: Vec::new(),
    }
}

/// What a small good dossier costs.
struct Base {
    time: Duration,
    memory: u64,
    /// What a hostile one may take in all.
    most: Duration,
}

/// What came of a case: the table as it would be, what is wrong, and the most that it cost above a good dossier.
struct Tried {
    case: Case,
    wrong: String,
    time: Duration,
    memory: u64,
}

fn tried(folder: &Path, mut case: Case, base: &Base) -> Tried {
    let made = tempfile::tempdir().unwrap();
    let place = match &case.made {
        Some(name) => {
            recipes::make(made.path(), name);
            made.path()
        }
        None => folder,
    };
    let path = case.path().to_owned();
    let text = best(place, &case, "text", base.most);
    let json = best(place, &case, "json", base.most);
    let mut wrong = String::new();
    for ran in [&text, &json] {
        let over = ran.memory.saturating_sub(base.memory);
        if ran.time > base.most || over > MEMORY {
            let longer = ran.time.saturating_sub(base.time);
            let _ = writeln!(wrong, "{path}: {longer:?} and {over} bytes more");
        }
        assert!(!ran.err.contains("panicked"), "{path}: {}", ran.err);
        assert!(matches!(ran.code, 0 | 1 | 3), "{path}: {}", ran.code);
        assert_no_hazards(&ran.err);
    }
    assert_no_hazards(&text.out);
    assert_same_errors(&case, &text, &json);
    let lines = said(&text);
    if is_asked("UPDATE") {
        (case.exit, case.says) = (text.code, lines);
    } else if (text.code, &lines) != (case.exit, &case.says) {
        let _ = writeln!(wrong, "{path}: exit {}\n{}", text.code, lines.join("\n"));
    }
    Tried {
        case,
        wrong,
        time: text.time.max(json.time).saturating_sub(base.time),
        memory: text.memory.max(json.memory).saturating_sub(base.memory),
    }
}

fn is_asked(variable: &str) -> bool {
    std::env::var_os(variable).is_some()
}

#[test]
fn hostile_dossiers_are_answered_fast_and_clearly() {
    let only = std::env::var("CASES").unwrap_or_default();
    let folder = Path::new(table::FOLDER);
    let good: Vec<Ran> = (0..3).map(|_| run(folder, &good(), "json")).collect();
    let time = good.iter().map(|ran| ran.time).min().unwrap();
    let base = Base {
        time,
        memory: good.iter().map(|ran| ran.memory).max().unwrap(),
        most: time + TIME * if is_asked("TIMES") { 1 } else { HANGS },
    };
    let mut cases = table::read();
    let chosen: Vec<usize> = (0..cases.len())
        .filter(|number| cases[*number].path().contains(&only))
        .collect();
    // One after the other where times count, else side by side.
    let threads = match std::thread::available_parallelism() {
        Ok(cores) if !is_asked("TIMES") => cores.get(),
        _ => 1,
    };
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Tried)>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(number) = chosen.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let tried = tried(folder, cases[*number].clone(), &base);
                    done.lock().unwrap().push((*number, tried));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap();
    done.sort_by_key(|(number, _)| *number);
    let slowest = done.iter().max_by_key(|(_, tried)| tried.time).unwrap();
    let largest = done.iter().max_by_key(|(_, tried)| tried.memory).unwrap();
    println!(
        "a good dossier takes {:?} and {} bytes; most above it: {:?} ({}) and {} bytes ({})",
        base.time,
        base.memory,
        slowest.1.time,
        slowest.1.case.path(),
        largest.1.memory,
        largest.1.case.path()
    );
    let wrong: Vec<&str> = done.iter().map(|(_, tried)| tried.wrong.as_str()).collect();
    let wrong = wrong.concat();
    if is_asked("UPDATE") {
        for (number, tried) in done {
            cases[number] = tried.case;
        }
        table::write(&cases);
    }
    assert!(
        wrong.is_empty(),
        "otherwise than expected (UPDATE=1 rewrites):\n{wrong}"
    );
}

/// The JSON report has the same exit code, and what is told on stderr.
fn assert_same_errors(case: &Case, text: &Ran, json: &Ran) {
    let report: Value = serde_json::from_str(&json.out)
        .unwrap_or_else(|error| panic!("{}: {error}: {}", case.path(), json.err));
    assert_eq!(json.code, text.code, "{}", case.path());
    let errors = report["errors"].as_array().unwrap();
    assert_eq!(errors.is_empty(), json.code != 3, "{}", case.path());
    for error in errors.iter().take(3) {
        let message = error["message"].as_str().unwrap();
        assert!(text.err.contains(message), "{}: {message}", case.path());
        assert!(message.len() < 1_000, "{}: {message}", case.path());
    }
}

#[test]
fn every_hostile_file_is_in_the_table() {
    let cases = table::read();
    let files = walkdir::WalkDir::new(table::FOLDER).into_iter().flatten();
    let files = files.filter(|file| file.file_type().is_file() && file.depth() > 1);
    let mut count = 0;
    for file in files {
        let name = file.path().strip_prefix(table::FOLDER).unwrap();
        let name = name.to_string_lossy();
        assert!(
            cases
                .iter()
                .any(|case| case.file.as_deref() == Some(&*name)),
            "{name}"
        );
        count += 1;
    }
    assert!(count >= 70, "{count} files");
    assert!(cases.iter().filter(|case| case.exit == 3).count() >= 80);
}

/// Every limit has an option in the document, with the default that the program has.
fn limits() -> String {
    let program = ciieval::cli::Cli::command();
    let check = program.find_subcommand("check").unwrap();
    let mut text = "| option | default | what it limits |\n|---|---|---|\n".to_owned();
    let is_limit = |heading: Option<&str>| heading.is_some_and(|text| text.contains("Limits"));
    for option in check.get_arguments() {
        let name = option.get_long().unwrap_or_default();
        if !is_limit(option.get_help_heading()) && name != "timeout" {
            continue;
        }
        let default = option.get_default_values()[0].to_string_lossy();
        let help = option.get_help().unwrap();
        let _ = writeln!(text, "| `--{name}` | {default} | {help} |");
    }
    text
}

#[test]
fn the_document_has_every_limit_and_every_hostile_dossier() {
    let document = std::fs::read_to_string(DOCUMENT).unwrap_or_default();
    let document = replaced(&document, "limits", &limits());
    let document = replaced(
        &document,
        "hostile dossiers",
        &table::markdown(&table::read()),
    );
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(DOCUMENT, document).unwrap();
    } else {
        let now = std::fs::read_to_string(DOCUMENT).unwrap();
        assert!(
            now == document,
            "{DOCUMENT} is out of date: UPDATE=1 cargo test --test hostile"
        );
    }
}

/// A document with what stands between two comments put anew.
fn replaced(document: &str, name: &str, text: &str) -> String {
    let (begin, end) = (
        format!("<!-- {name} -->\n"),
        format!("<!-- end of {name} -->\n"),
    );
    let (before, rest) = document.split_once(&begin).unwrap();
    let (_, after) = rest.split_once(&end).unwrap();
    format!("{before}{begin}\n{text}\n{end}{after}")
}
