//! Keys: a secret one, with or without a password, and the public one that belongs to it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use minisign::{KeyPair, PublicKey, PublicKeyBox, SecretKey, SecretKeyBox};

/// Length of a public key in Base64.
const PUBLIC: usize = 56;

/// Lengths of a secret key and of its checksum, which comes last, in bytes.
const SECRET: usize = 158;
const CHECKSUM: usize = 32;

/// Two keys as their files have them.
#[derive(Clone)]
pub struct Keys {
    /// The secret key.
    pub secret: String,
    /// The public key.
    pub public: String,
}

/// New keys; the secret one is encrypted with the password, if there is one.
///
/// # Errors
/// Where the system gives no random numbers.
pub fn keys(password: Option<String>) -> Result<Keys, String> {
    let plain = password.is_none();
    let made = match password {
        Some(password) => KeyPair::generate_encrypted_keypair(Some(password)),
        None => KeyPair::generate_unencrypted_keypair(),
    };
    let KeyPair { pk, sk } = made.map_err(|error| error.to_string())?;
    let comment = if plain {
        "ciieval secret key without a password"
    } else {
        "ciieval encrypted secret key"
    };
    let secret = sk
        .to_box(Some(comment))
        .map_err(|error| error.to_string())?;
    let public = pk.to_box().map_err(|error| error.to_string())?;
    Ok(Keys {
        secret: secret.into_string(),
        public: public.into_string(),
    })
}

/// Whether a secret key needs a password.
#[must_use]
pub fn is_encrypted(text: &str) -> bool {
    SecretKeyBox::from_string(text)
        .and_then(SecretKeyBox::into_unencrypted_secret_key)
        .is_err_and(|error| error.to_string().contains("might be encrypted"))
}

/// A secret key from the text of its file.
///
/// # Errors
/// A text that is no secret key, or another password.
pub fn secret(text: &str, password: Option<String>) -> Result<SecretKey, String> {
    let key = SecretKeyBox::from_string(text).and_then(|key| match password {
        Some(password) => key.into_secret_key(Some(password)),
        None => without_checksum(text).map_or_else(|| key.into_unencrypted_secret_key(), Ok),
    });
    key.map_err(|error| {
        let said = error.to_string();
        if said.starts_with("Wrong password") {
            "the password is wrong".to_owned()
        } else {
            "is no secret key: `ciieval keygen` makes one".to_owned()
        }
    })
}

/// A key as minisign itself writes those without a password: it leaves their checksum out. That the key is whole
/// shows where something is signed with it.
fn without_checksum(text: &str) -> Option<SecretKey> {
    let bytes = STANDARD.decode(text.lines().nth(1)?.trim()).ok()?;
    let (key, checksum) = bytes.split_at_checked(SECRET - CHECKSUM)?;
    let is_left_out = checksum.len() == CHECKSUM && checksum.iter().all(|byte| *byte == 0);
    let is_plain = key.get(2..4) == Some(&[0, 0]);
    (is_left_out && is_plain).then(|| SecretKey::from_bytes(&bytes).ok())?
}

/// A public key from the text of its file, or from the key itself in Base64.
///
/// # Errors
/// A text that is none.
pub fn public(text: &str) -> Result<PublicKey, String> {
    let text = text.trim();
    let key = if text.len() == PUBLIC {
        PublicKey::from_base64(text)
    } else {
        PublicKeyBox::from_string(text).and_then(PublicKeyBox::into_public_key)
    };
    key.map_err(|_| {
        "is no public key: it has a comment on the first line and the key on the second, as `ciieval keygen` and minisign write it".to_owned()
    })
}
