//! JSON Schemas of the files, made from the tables of their keys, for the TOML extensions of editors.

use serde::{Serialize, Serializer};

use super::{ACCEPTED, ARTICLE, CLAIM, Key, SETTINGS, SIDE, STORY, Takes};

/// The names of the schemas.
pub const SCHEMAS: [&str; 4] = ["claims", "story", "settings", "accepted"];

/// The schema of a name, in draft 7, which the editors' extensions know.
pub fn schema(name: &str) -> Option<impl Serialize> {
    let (title, about, properties) = match name {
        "claims" => {
            let article = about(table(ARTICLE), "the article: who published it, and when; required");
            let claims = list(table(CLAIM), 0);
            let claims =
                about(claims, "what the article claims, one table for each fact, in the article's own words");
            let format =
                ACCEPTED.iter().find(|key| key.name == "format").map(|key| (key.name, described(key)));
            let mut properties: Vec<_> = format.into_iter().collect();
            properties.extend([("article", article), ("claim", claims)]);
            (
                "A claim file",
                "One article, curated by hand: docs/claim-format.md",
                object(properties, &["article"]),
            )
        }
        "story" => ("A story", "What the desk knows about a story: docs/claim-format.md", table(STORY)),
        "settings" => ("Settings", "What holds for all stories: docs/claim-format.md", table(SETTINGS)),
        "accepted" => (
            "An accepted contradiction",
            "What someone has looked at and accepted: docs/claim-format.md",
            table(ACCEPTED),
        ),
        _ => return None,
    };
    let mut keys = vec![
        ("$schema".to_owned(), Node::Text("http://json-schema.org/draft-07/schema#".to_owned())),
        ("title".to_owned(), Node::Text(title.to_owned())),
        ("description".to_owned(), Node::Text(about.to_owned())),
    ];
    keys.extend(properties.0);
    Some(Object(keys))
}

/// A JSON object that keeps its order.
struct Object(Vec<(String, Node)>);

#[derive(Serialize)]
#[serde(untagged)]
enum Node {
    Text(String),
    Number(usize),
    Truth(bool),
    List(Vec<Node>),
    Object(Object),
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, node)| (key, node)))
    }
}

fn of<const N: usize>(keys: [(&str, Node); N]) -> Object {
    Object(keys.into_iter().map(|(key, node)| (key.to_owned(), node)).collect())
}

fn text(words: &str) -> Node {
    Node::Text(words.to_owned())
}

/// The same schema, with a description, which editors show.
fn about(mut schema: Object, words: &str) -> Object {
    schema.0.insert(0, ("description".to_owned(), text(words)));
    schema
}

/// A table with the keys that are known, and no others.
fn table(keys: &[Key]) -> Object {
    let properties = keys.iter().map(|key| (key.name, described(key)));
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    object(properties.collect(), &required)
}

fn object(properties: Vec<(&str, Object)>, required: &[&str]) -> Object {
    let properties = properties.into_iter().map(|(name, schema)| (name.to_owned(), Node::Object(schema)));
    let mut object = of([
        ("type", text("object")),
        ("properties", Node::Object(Object(properties.collect()))),
        ("additionalProperties", Node::Truth(false)),
    ]);
    if !required.is_empty() {
        let names = required.iter().map(|name| text(name)).collect();
        object.0.insert(2, ("required".to_owned(), Node::List(names)));
    }
    object
}

/// What a key takes, described by what it is for.
fn described(key: &Key) -> Object {
    let required = if key.required { "; required" } else { "" };
    about(shape(key.takes), &format!("{}: {}{required}", key.about, key.takes))
}

/// The schema of what a key takes.
fn shape(takes: Takes) -> Object {
    let any =
        |schemas: Vec<Object>| of([("anyOf", Node::List(schemas.into_iter().map(Node::Object).collect()))]);
    let simple = |name: &str| of([("type", text(name))]);
    let words = |pattern: &str| of([("type", text("string")), ("pattern", text(pattern))]);
    let some = || words("\\S");
    let one_of = |words: &[&str]| of([("enum", Node::List(words.iter().map(|it| text(it)).collect()))]);
    let map = |values: Object| of([("type", text("object")), ("additionalProperties", Node::Object(values))]);
    match takes {
        Takes::Text | Takes::TextFile | Takes::ClaimFile | Takes::Moment | Takes::Date => some(),
        Takes::Texts => any(vec![some(), list(simple("string"), 0)]),
        Takes::Value => {
            any(vec![simple("string"), simple("number"), simple("boolean"), list(simple("string"), 1)])
        }
        Takes::FormatNumber => of([("enum", Node::List(vec![Node::Number(1)]))]),
        Takes::Zone => words("^[A-Za-z][A-Za-z0-9_+/-]*$"),
        Takes::Currency => words("^\\s*[A-Za-z]{3}\\s*$"),
        Takes::OneOf(words) => one_of(words),
        Takes::SomeOf(words) => list(one_of(words), 0),
        Takes::TwoSides => {
            let mut sides = list(table(SIDE), 2);
            sides.0.push(("maxItems".to_owned(), Node::Number(2)));
            sides
        }
        Takes::Days => of([("type", text("integer")), ("minimum", Node::Number(1))]),
        Takes::Names => map(any(vec![some(), list(simple("string"), 0)])),
        Takes::Scales => map(list(any(vec![some(), list(some(), 1)]), 2)),
        Takes::Truths => map(simple("boolean")),
        Takes::Shares => map(words("^\\s*[0-9]+(\\.[0-9]+)?\\s*%\\s*$")),
    }
}

/// A list of so many members at the least.
fn list(members: Object, least: usize) -> Object {
    let mut list = of([("type", text("array")), ("items", Node::Object(members))]);
    if least > 0 {
        list.0.push(("minItems".to_owned(), Node::Number(least)));
    }
    list
}
