//! The `claimlint` program; everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    claimlint::cli::main()
}
