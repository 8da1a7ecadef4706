//! Makes of the built-in data files what is read fast: a start takes milliseconds.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    fs::write(out.join("builtin.rs"), builtin()?)?;
    fs::write(out.join("gazetteer-names.fst"), names()?)?;
    Ok(())
}

/// Rules and lexicons as JSON: they are read at every start, and JSON is read several times as fast as YAML. Places are
/// lost, which only matter in a file with a mistake; tests read the YAML itself.
fn builtin() -> Result<String, Box<dyn Error>> {
    let mut table = String::from("&[\n");
    for directory in ["rules", "rules/lexicon"] {
        println!("cargo::rerun-if-changed={directory}");
        for path in yaml_files(directory)? {
            let path = path.to_str().ok_or("a file name is not UTF-8")?;
            println!("cargo::rerun-if-changed={path}");
            let options = serde_yaml::options! { strict_booleans: true };
            let value: serde_json::Value =
                serde_yaml::from_str_with_options(&fs::read_to_string(path)?, options)
                    .map_err(|error| format!("{path}: {error}"))?;
            let name = path.replace('\\', "/");
            table += &format!("({name:?}, {:?}),\n", value.to_string());
        }
    }
    table += "]\n";
    Ok(table)
}

/// The names of the gazetteer, each with the number of its first place in `gazetteer.bin`, as an automaton.
fn names() -> Result<Vec<u8>, Box<dyn Error>> {
    let path = "data/gazetteer-names.txt";
    println!("cargo::rerun-if-changed={path}");
    let mut names = fst::raw::Builder::memory();
    let mut first = 0;
    for line in fs::read_to_string(path)?.lines() {
        let (name, places) = line.split_once('\t').unwrap_or((line, "1"));
        names
            .insert(name, first)
            .map_err(|error| format!("{path}: {name}: {error}"))?;
        first += places.parse::<u64>()?;
    }
    Ok(names.into_inner()?)
}

/// In order of name, so that every build gives the same.
fn yaml_files(directory: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(directory)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    files.sort();
    Ok(files)
}
