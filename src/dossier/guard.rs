//! A look at YAML before it is read: the reader keeps all of a text in memory, and needs time by the square
//! of open brackets and of directives.

use super::limits::{Limit, Limits};
use super::locate::yaml;
use super::meter::Meter;
use super::problem::Problem;
use super::words::quoted;

/// Brackets that may be open at once before the text is looked at more closely.
const OPEN: usize = 200;

/// Lines that may begin as a directive does.
const DIRECTIVES: usize = 100;

/// The meter to read a text by.
///
/// # Errors
/// A text that is not to be read.
pub(super) fn yaml(file: &str, text: &str, mut meter: Meter) -> Result<Meter, Problem> {
    let marks = Marks::of(text);
    if marks.directives > DIRECTIVES {
        let message = format!(
            "has more than {DIRECTIVES} lines that begin with `%`: directives of YAML have no use in a dossier, delete them"
        );
        return Err(Problem::new(file, message));
    }
    let limits = meter.limits;
    let is_large = marks.open >= OPEN || meter.values.saturating_add(marks.most()) > limits.values;
    // A list in brackets may turn out to be a key: until it ends all of it is kept, which takes much room.
    let most = limits.values / 2;
    if marks.widest.0 > most {
        let message = format!(
            "has more than {most} commas, colons and brackets inside of one list or mapping in brackets: write each entry on a line of its own that begins with `-`, or save the dossier as JSON; `{}` raises it",
            Limit::Values.option()
        );
        return Err(Problem::new(file, message).at(marks.widest.1, 1));
    }
    if !is_large && !marks.has_aliases() && !marks.tags {
        return Ok(meter);
    }
    let scan = yaml::scan(text, &limits, meter.values);
    match scan.end {
        yaml::End::Beyond(limit, found, (line, column)) => {
            return Err(beyond(file, limit, &limits, found).at(line, column));
        }
        yaml::End::Broken((line, column), message) if is_large => {
            let message = if message.contains("recursion limit") {
                Limit::Depth.exceeded(&limits, None)
            } else {
                format!("is not YAML: {message}")
            };
            return Err(Problem::new(file, message).at(line, column));
        }
        yaml::End::Tagged((line, column), tag) => {
            let message = format!(
                "has the tag {}, which means nothing in a dossier",
                quoted(&tag)
            );
            return Err(Problem::new(file, message).at(line, column));
        }
        // The reader says better what is broken.
        yaml::End::Whole | yaml::End::Broken(..) => {}
    }
    if marks.has_aliases() {
        meter.with_aliases(scan.values);
    }
    Ok(meter)
}

fn beyond(file: &str, limit: Limit, limits: &Limits, found: Option<u64>) -> Problem {
    Problem::new(file, limit.exceeded(limits, found))
}

/// What the characters of a text tell.
#[derive(Default)]
struct Marks {
    /// Most brackets that are open at once.
    open: usize,
    /// What keys and values begin with or stand behind.
    separators: usize,
    /// Most commas, colons and brackets inside of one outermost pair of brackets, and its line.
    widest: (usize, usize),
    directives: usize,
    anchors: bool,
    aliases: bool,
    tags: bool,
}

impl Marks {
    fn of(text: &str) -> Self {
        let mut marks = Self::default();
        let mut open = 0_usize;
        let mut before = b'\n';
        let mut line = 1_usize;
        let mut inside = (0_usize, 1_usize);
        for byte in text.bytes() {
            // A bracket in a text may have no other: what begins a line is in none.
            if before == b'\n' && byte.is_ascii_alphabetic() {
                open = 0;
            }
            match byte {
                b'[' | b'{' => {
                    if open == 0 {
                        inside = (0, line);
                    }
                    open += 1;
                    marks.open = marks.open.max(open);
                    marks.separators += 1;
                    inside.0 += 1;
                }
                b']' | b'}' => open = open.saturating_sub(1),
                b',' | b':' | b'?' => {
                    marks.separators += 1;
                    inside.0 += 1;
                }
                b'-' => marks.separators += 1,
                b'\n' => {
                    marks.separators += 1;
                    line += 1;
                }
                b'%' if before == b'\n' => marks.directives += 1,
                b'!' if !before.is_ascii_alphanumeric() => marks.tags = true,
                b'&' => marks.anchors = true,
                b'*' => marks.aliases = true,
                _ => {}
            }
            if open > 0 && inside.0 > marks.widest.0 {
                marks.widest = inside;
            }
            before = byte;
        }
        marks
    }

    /// More keys and values than this there cannot be.
    fn most(&self) -> usize {
        self.separators.saturating_mul(2).saturating_add(2)
    }

    fn has_aliases(&self) -> bool {
        self.anchors && self.aliases
    }
}
