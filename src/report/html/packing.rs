//! Pages of dossiers within the report: compressed, so that a report on many stays small, and unpacked
//! by the browser when one is opened.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::{self, Write};

/// The text as the browser's `DecompressionStream("deflate")` reads it, in characters that mean
/// nothing in markup.
pub fn pack(text: &str) -> io::Result<String> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes())?;
    Ok(STANDARD.encode(encoder.finish()?))
}

/// The opposite of `pack`.
pub fn unpack(packed: &str) -> io::Result<String> {
    let bytes = STANDARD.decode(packed).map_err(io::Error::other)?;
    io::read_to_string(flate2::read::ZlibDecoder::new(bytes.as_slice()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_text_survives() {
        let text = "</script>网络安全".repeat(50);
        let packed = super::pack(&text).unwrap_or_default();
        assert!(!packed.is_empty() && packed.len() < text.len());
        assert!(!packed.contains('<'));
        assert_eq!(super::unpack(&packed).unwrap_or_default(), text);
    }
}
