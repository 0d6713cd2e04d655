//! Paths as addresses: percent-encoded, relative ones against the root of the sources.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Serialize;

/// The base that relative addresses name.
pub const ROOT: &str = "%SRCROOT%";

/// What has a meaning in an address or is not allowed in it. A colon would make a scheme of what is before it.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Where a file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Address {
    uri: String,
    #[serde(rename = "uriBaseId", skip_serializing_if = "Option::is_none")]
    base: Option<&'static str>,
}

/// The address of a path as the user gave it.
pub fn address(path: &str) -> Address {
    let encoded = |path: &str| utf8_percent_encode(path, RESERVED).to_string();
    let drive = match path.as_bytes() {
        [letter, b':', b'/', ..] if letter.is_ascii_alphabetic() => path.split_once(':'),
        _ => None,
    };
    let absolute = match drive {
        Some((drive, rest)) => Some(format!("file:///{drive}:{}", encoded(rest))),
        None => path
            .starts_with('/')
            .then(|| format!("file://{}", encoded(path))),
    };
    match absolute {
        Some(uri) => Address { uri, base: None },
        None => Address {
            uri: encoded(path),
            base: Some(ROOT),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses_and_nothing_in_them_acts() {
        let uri = |path| address(path).uri;
        assert_eq!(uri("a/b c.yaml"), "a/b%20c.yaml");
        assert_eq!(uri("甲#?%.yaml"), "%E7%94%B2%23%3F%25.yaml");
        assert_eq!(uri("javascript:x"), "javascript%3Ax");
        assert_eq!(uri("/tmp/a b"), "file:///tmp/a%20b");
        assert_eq!(uri("C:/tmp/a"), "file:///C:/tmp/a");
        assert_eq!(address("a").base, Some(ROOT));
        assert_eq!(address("/a").base, None);
    }
}
