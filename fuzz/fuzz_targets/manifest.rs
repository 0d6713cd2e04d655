//! Reading a pack: manifest, labels, data and the annotations of its rules.
#![no_main]

use ciieval::pack::Pack;
use ciieval::pack::source::SourceFile;
use ciieval_fuzz::files;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let files = files(input).map(|(path, text)| SourceFile {
        path: path.to_owned(),
        text: text.to_owned(),
    });
    match Pack::of_files(files.collect()).and_then(Pack::consistent) {
        Ok(pack) => assert!(!pack.identities.is_empty()),
        Err(problems) => assert!(!problems.is_empty(), "refused without a reason"),
    }
});
