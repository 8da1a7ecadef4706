//! The seeds of the fuzzer, read on every run of the tests by the function that the fuzzer calls.

#[path = "../fuzz/invariants.rs"]
mod invariants;

use std::path::Path;

use claimlint::lexicon::Lexicon;

#[test]
fn every_seed_is_read() {
    let lexicon = Lexicon::english();
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/read");
    let mut read = 0;
    for entry in std::fs::read_dir(seeds).expect("the seeds are there") {
        let path = entry.expect("a directory can be listed").path();
        let bytes = std::fs::read(&path).expect("a seed can be read");
        let run = || invariants::read_in_every_format(&lexicon, &bytes);
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run));
        assert!(done.is_ok(), "{}", path.display());
        read += 1;
    }
    assert!(read >= 20, "{read} seeds");
}
