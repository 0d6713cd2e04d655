//! Whether a signature is right.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use minisign::{PublicKey, SignatureBox};
use std::io::{Read, Seek};

use super::{Signed, number, number_of};
use crate::text::Text;

/// Length of a signature in bytes.
const SIGNATURE: usize = 64;

/// Why a file is not taken for signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsigned {
    /// The signature is cut off or none.
    Damaged,
    /// It was made with another key.
    OtherKey {
        /// The number of that key.
        signed: String,
        /// The number of the key given.
        given: String,
    },
    /// File and signature do not belong together.
    Changed,
    /// The comment in the signature was changed.
    Comment,
    /// The file cannot be read to its end.
    Unread(String),
}

impl Unsigned {
    /// What is wrong and what it means.
    #[must_use]
    pub fn said(&self) -> Text {
        let text = |zh: &str, en: &str| Text {
            zh: zh.to_owned(),
            en: en.to_owned(),
        };
        match self {
            Self::Damaged => text(
                "签名文件不完整或不是签名文件：请重新取得签名文件",
                "the signature is cut off, or is none: get another copy of it",
            ),
            Self::OtherKey { signed, given } => text(
                &format!("签名所用密钥（{signed}）与给出的公钥（{given}）不是一对：请核对公钥来源"),
                &format!(
                    "it was signed with another key ({signed}) than the one given ({given}): ask whoever signed for the right public key"
                ),
            ),
            Self::Changed => text(
                "文件在签名之后被改动，或签名属于另一个文件",
                "the file was changed after it was signed, or the signature is that of another file",
            ),
            Self::Comment => text(
                "签名中的说明文字在签名之后被改动",
                "the comment in the signature was changed after it was signed",
            ),
            Self::Unread(error) => text(
                &format!("文件无法读取：{error}"),
                &format!("the file cannot be read: {error}"),
            ),
        }
    }
}

/// Whether `signature` is one of what `data` gives, made with the secret key that belongs to `key`.
///
/// # Errors
/// Why not.
pub fn check(key: &PublicKey, signature: &str, data: impl Read + Seek) -> Result<Signed, Unsigned> {
    if !is_whole(signature) {
        return Err(Unsigned::Damaged);
    }
    let signature = SignatureBox::from_string(signature).map_err(|_| Unsigned::Damaged)?;
    if signature.keynum() != key.keynum() {
        return Err(Unsigned::OtherKey {
            signed: number(signature.keynum()),
            given: number_of(key),
        });
    }
    let comment = signature.trusted_comment().unwrap_or_default();
    match minisign::verify(key, &signature, data, true, false, true) {
        Ok(()) => Ok(Signed {
            key: number_of(key),
            comment,
        }),
        Err(error) => Err(match error.to_string().as_str() {
            said if said.starts_with("Comment signature") => Unsigned::Comment,
            said if said.contains("verification failed") => Unsigned::Changed,
            said => Unsigned::Unread(said.to_owned()),
        }),
    }
}

/// Whether all of a signature is there: the library takes a second signature that is too short for one.
fn is_whole(signature: &str) -> bool {
    let mut lines = signature.lines().skip(3);
    let last = lines
        .next()
        .and_then(|line| STANDARD.decode(line.trim()).ok());
    last.is_some_and(|bytes| bytes.len() == SIGNATURE) && lines.all(|line| line.trim().is_empty())
}
