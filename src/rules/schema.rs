//! The schema of rule files, and how their words are written.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::raw;
use crate::lexicon::Lexicon;

/// The JSON Schema of rule files.
pub fn schema() -> String {
    crate::schema::of::<raw::Rule>()
}

/// A type that is only described: what it stands for is a text to YAML.
macro_rules! written {
    ($($(#[$doc:meta])* $name:ident: $schema:expr;)*) => {
        $(
            $(#[$doc])*
            pub(super) struct $name;

            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    $schema
                }
            }
        )*
    };
}

written! {
    /// "homes-differ"
    Id: json_schema!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" });
    /// "2%"
    Percent: json_schema!({ "type": "string", "pattern": r"^(100(\.0+)?|\d{1,2}(\.\d+)?)\s*%$" });
    /// "60d"
    Days: json_schema!({ "type": "string", "pattern": "^0*[1-9][0-9]*d$" });
    /// "2024-02-14"
    Date: json_schema!({ "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}" });
    /// "2024-02-14", "2024"
    DayOrYear: json_schema!({ "type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}-\d{2})?$" });
    /// "1.1", with or without quotes
    Number: json_schema!({ "type": ["string", "number"], "pattern": r"^\d+(\.\d+)?$" });
    /// "killed", "noun:school"
    Measure: measure();
}

fn measure() -> Schema {
    let lexicon = Lexicon::english();
    let known: Vec<&str> = lexicon.measures.iter().map(|m| m.id.as_str()).collect();
    json_schema!({
        "anyOf": [
            { "enum": known },
            { "type": "string", "pattern": "^noun:." },
        ]
    })
}
