//! JSON Schemas (draft 7) of the files that people write, for editors: from the types that read them, so that a key is
//! described once.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

/// The name of a schema, and what makes it when it is asked for.
pub type Named = (&'static str, fn() -> String);

/// The schema of files that are read as a type, as it is printed.
pub fn of<T: JsonSchema>() -> String {
    let mut schema = SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<T>();
    RecursiveTransform(in_plain_words).transform(&mut schema);
    format!("{:#}\n", schema.as_value())
}

/// Without what only programmers of Rust see a meaning in: "uint32", and where comments are broken into lines.
fn in_plain_words(schema: &mut Schema) {
    schema.remove("format");
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = description.replace('\n', " ");
    }
}

/// A map whose keys are the words of a type.
pub fn by_word<K: JsonSchema, V: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let (key, value) = (
        generator.subschema_for::<K>(),
        generator.subschema_for::<V>(),
    );
    json_schema!({ "type": "object", "propertyNames": key, "additionalProperties": value })
}
