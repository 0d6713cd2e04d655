//! Signatures beside files, as minisign has them: whoever has the public key can check with this program or with
//! minisign itself that nobody changed a file since it was signed. Ed25519 over a `BLAKE2b` digest of the file.

mod check;
mod key;

use std::io::Read;

use minisign::{PublicKey, SecretKey};
use serde::Serialize;

use crate::pack::source::hex;
pub use check::{Unsigned, check};
pub use key::{Keys, is_encrypted, keys, public, secret};

/// How the name of a signature ends, behind that of the file.
pub const ENDING: &str = ".minisig";

/// What stands in a signature for people, and is not signed.
const UNTRUSTED: &str = "signature from ciieval secret key";

/// A signature that is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signed {
    /// The key, by its number, as `2B4C66D8A1F0E3B7`.
    pub key: String,
    /// The comment that is signed too.
    pub comment: String,
}

/// The signature of what `data` gives, with a comment that is signed too.
///
/// # Errors
/// What cannot be read, or a comment of several lines.
pub fn sign(key: &SecretKey, data: impl Read, comment: &str) -> Result<String, String> {
    if comment.chars().any(char::is_control) {
        return Err("a comment is one line of text".to_owned());
    }
    // A key that is damaged would sign so that nobody could check it.
    let public = PublicKey::from_secret_key(key).map_err(|error| error.to_string())?;
    let signature = minisign::sign(Some(&public), key, data, Some(comment), Some(UNTRUSTED));
    let signature = signature.map_err(|error| error.to_string())?;
    Ok(signature.into_string())
}

/// Whether a file has what signatures begin with.
#[must_use]
pub fn looks_like_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"untrusted comment: ")
}

/// The number of a key, as minisign writes it.
fn number(bytes: &[u8]) -> String {
    let bytes: Vec<u8> = bytes.iter().rev().copied().collect();
    hex(&bytes).to_uppercase()
}

/// The number of a public key.
#[must_use]
pub fn number_of(key: &PublicKey) -> String {
    number(key.keynum())
}
