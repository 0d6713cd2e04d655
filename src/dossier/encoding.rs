//! From the bytes of a file to text: what it is written in, and what to do where that is not UTF-8.

use super::parse::end_of;
use super::problem::Problem;

const MARK: char = '\u{feff}';

/// The text of a file, without byte order marks in front.
pub(super) fn text(file: &str, bytes: Vec<u8>) -> Result<String, Problem> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let is_cut_off = error.utf8_error().error_len().is_none();
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let before = bytes.get(..valid).map(String::from_utf8_lossy);
            let before = before.unwrap_or_default();
            let (line, column) = end_of(&before);
            let message = said(&bytes, &before, is_cut_off);
            return Err(Problem::new(file, message).at(line, column));
        }
    };
    if let Some((before, _)) = text.split_once('\0') {
        let (line, column) = end_of(before);
        let message = match wide(text.as_bytes()) {
            Some(name) => convert(name, name),
            None => "has a NUL character, which no text has: the file is damaged, as after a crash or a broken copy".to_owned(),
        };
        return Err(Problem::new(file, message).at(line, column));
    }
    Ok(match text.strip_prefix(MARK) {
        Some(rest) => rest.trim_start_matches(MARK).to_owned(),
        None => text,
    })
}

/// What is wrong with bytes that are no UTF-8, and what to do.
fn said(bytes: &[u8], before: &str, is_cut_off: bool) -> String {
    if let Some(name) = wide(bytes) {
        return convert(name, name);
    }
    // Of other text the first character beyond ASCII would be wrong already.
    if !before.is_ascii() {
        return if is_cut_off {
            "ends in the middle of a character: the file is cut off"
        } else {
            "is UTF-8 text with bytes here that are no character: write it again, and save the file with the encoding UTF-8"
        }
        .to_owned();
    }
    let (_, is_wrong) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
    if is_wrong || bytes.contains(&0) {
        "is not UTF-8 text: save the file with the encoding UTF-8".to_owned()
    } else {
        convert("GBK", "GB18030")
    }
}

fn convert(name: &str, iconv: &str) -> String {
    let what = match name {
        "GBK" => "is not UTF-8 text, but looks like GBK".to_owned(),
        name => {
            let name = name.trim_end_matches(['L', 'B', 'E']);
            format!("is {name} text, not UTF-8")
        }
    };
    format!(
        "{what}: save the file with the encoding UTF-8 (Notepad: Save as, Encoding), or convert it with `iconv -f {iconv} -t UTF-8`"
    )
}

/// The encoding with characters of two or four bytes each that a text is in, by its mark, or by every other
/// byte of its first part being zero.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => return Some("UTF-32"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Some("UTF-16"),
        _ => {}
    }
    let (mut even, mut odd) = (0_usize, 0_usize);
    for pair in bytes.chunks_exact(2).take(512) {
        if let [first, second] = pair {
            even += usize::from(*first == 0);
            odd += usize::from(*second == 0);
        }
    }
    // Chinese in it has none, the keys of a dossier have.
    match (even, odd) {
        (0, 8..) => Some("UTF-16LE"),
        (8.., 0) => Some("UTF-16BE"),
        _ => None,
    }
}
