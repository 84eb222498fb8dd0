//! The table as a JSON Schema, for editors.

use super::Shape;
use crate::pack::pattern::SlotType;
use serde_json::{Value, json};

/// The JSON Schema (draft 2020-12) of a shape.
pub(crate) fn json_schema(shape: &Shape) -> Value {
    match shape {
        Shape::Text => json!({"type": ["string", "number", "boolean"]}),
        Shape::Texts => {
            json!({"oneOf": [{"type": ["string", "number"]}, {"type": "array", "items": {"type": ["string", "number"]}}]})
        }
        Shape::Type => json!({"enum": SlotType::ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>()}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::OneOf(words) => json!({"enum": words}),
        Shape::SomeOf(words) => json!({"oneOf": [{"enum": words}, {"type": "array", "items": {"enum": words}}]}),
        Shape::Object(keys) => {
            let properties: serde_json::Map<String, Value> = keys
                .iter()
                .map(|key| {
                    let mut schema = json_schema(&key.shape);
                    schema["description"] = key.about.into();
                    (key.name.to_owned(), schema)
                })
                .collect();
            let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
            json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
        }
        Shape::Objects(keys) => json!({"type": "array", "items": json_schema(&Shape::Object(keys))}),
        Shape::Map(inner) => json!({"type": "object", "additionalProperties": json_schema(inner)}),
        Shape::List(inner) => json!({"type": "array", "items": json_schema(inner)}),
        Shape::Either(plain, mapping) => json!({"oneOf": [json_schema(plain), json_schema(mapping)]}),
    }
}
