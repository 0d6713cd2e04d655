//! The table of what came of faults, in `docs/trust.md` between two marks.

use std::fs;
use std::sync::Mutex;

const PAGE: &str = "docs/trust.md";
const BEGIN: &str = "<!-- faults -->\n";
const END: &str = "<!-- /faults -->\n";

/// The rows in their order.
const ROWS: [&str; 13] = [
    "`kill -9` during `check`, eleven reports over older ones",
    "`kill -9` during `convert`, `init`, `sign`, `keygen`",
    "`kill -9` while results go to a cache",
    "two runs with one cache at once",
    "disk full where reports go",
    "disk full where temporary files go",
    "disk full: `convert`, `sign`, `keygen`",
    "folder of reports read-only",
    "older report read-only",
    "dossier that may not be read",
    "reader of standard output leaves",
    "dossier changes while it is read",
    "dossier vanishes and comes back during the run",
];

static PAGE_IN_USE: Mutex<()> = Mutex::new(());

/// Notes what came of a fault: how often it was brought about, and how it ended. With UPDATE in the environment it
/// goes into the page, whose numbers hang on the machine and are no matter of drift; its rows are.
pub fn note(fault: &str, times: u64, outcome: &str) {
    let _alone = PAGE_IN_USE.lock().unwrap();
    let number = ROWS.iter().position(|row| *row == fault);
    let number = number.unwrap_or_else(|| panic!("no row `{fault}`"));
    let page = fs::read_to_string(PAGE).unwrap();
    let start = page.find(BEGIN).unwrap() + BEGIN.len();
    let end = page.find(END).unwrap();
    let mut rows: Vec<String> = page[start..end]
        .lines()
        .skip(2)
        .map(str::to_owned)
        .collect();
    rows.resize(ROWS.len(), String::new());
    let line = format!("| {fault} | {times} | {outcome} |");
    #[allow(clippy::print_stdout)] // `make faults` shows it
    {
        println!("{line}");
    }
    if std::env::var_os("UPDATE").is_some() {
        rows[number] = line;
        let table = rows.join("\n") + "\n";
        let head = "| fault | times | outcome |\n|---|---:|---|\n";
        let page = format!("{}{head}{table}{}", &page[..start], &page[end..]);
        fs::write(PAGE, page).unwrap();
    } else {
        assert!(
            rows[number].starts_with(&format!("| {fault} |")),
            "{PAGE} lacks the row `{fault}`: run `make faults`"
        );
    }
}
