//! Who rests on whom: origins on the left, outlets on the right, and between them outlets that others credit.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use askama::Template;

use super::plot::LONGEST;
use super::sheet::StorySheet;
use crate::view::lane::cut;

/// The height of a node, in pixels.
const ROW: usize = 30;

/// More layers than these are drawn as the last one.
const MOST_LAYERS: usize = 4;

/// The share of the width that curves have between two layers.
const GAP: f64 = 0.34;

#[derive(Template)]
#[template(path = "graph.html", config = "src/report/html/askama.toml")]
pub(super) struct Graph<'a> {
    sheet: &'a StorySheet<'a>,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    height: usize,
    description: String,
    rows: Vec<Origin<'a>>,
}

struct Node {
    label: String,
    is_outlet: bool,
    layer: usize,
    /// The middle, in pixels from above.
    y: f64,
}

struct Edge {
    from: usize,
    to: usize,
    claims: usize,
    /// It names nobody.
    unnamed: bool,
    layers: usize,
    path: String,
}

/// An origin with the outlets that rest on it.
struct Origin<'a> {
    name: &'a str,
    outlets: Vec<(&'a str, usize)>,
}

/// What stands for claims that credit nobody by name.
const NOBODY: &str = "no one by name";

impl<'a> Graph<'a> {
    /// The origins of a story; `None` where no article credits anybody by name.
    pub(super) fn new(sheet: &'a StorySheet<'a>) -> Option<Self> {
        let (names, claims) = credits(sheet);
        if claims.keys().all(|(origin, _)| origin.is_empty()) {
            return None;
        }
        let mut keys: Vec<&str> = claims.keys().map(|(origin, _)| *origin).collect();
        keys.sort_unstable();
        keys.dedup();
        // An outlet that is an origin, too, is one node.
        let outlets: Vec<(&str, &str)> = sheet
            .outlets
            .iter()
            .map(|it| (it.articles.first().map_or(it.name, |article| article.key.as_str()), it.name))
            .collect();
        let layers = layers(&claims, &outlets);
        let mut nodes: Vec<(&str, Node)> = Vec::new();
        for &key in &keys {
            if !outlets.iter().any(|(outlet, _)| *outlet == key) {
                let name = if key.is_empty() { NOBODY } else { names.get(key).copied().unwrap_or(key) };
                nodes.push((key, Node { label: cut(name, LONGEST), is_outlet: false, layer: 0, y: 0.0 }));
            }
        }
        let last = layers.values().copied().max().unwrap_or(1);
        for &(key, name) in &outlets {
            // Whom nobody credits stands at the right end, however short the way there.
            let credited = claims.keys().any(|(origin, _)| *origin == key);
            let layer = if credited { layers.get(key).copied().unwrap_or(1) } else { last };
            nodes.push((key, Node { label: cut(name, LONGEST), is_outlet: true, layer, y: 0.0 }));
        }
        let at = |key: &str| nodes.iter().position(|(it, _)| *it == key).unwrap_or(0);
        let mut edges: Vec<Edge> = claims
            .iter()
            .map(|(&(origin, outlet), &claims)| Edge {
                from: at(origin),
                to: at(outlet),
                claims,
                unnamed: origin.is_empty(),
                layers: 0,
                path: String::new(),
            })
            .collect();
        let mut nodes: Vec<Node> = nodes.into_iter().map(|(_, node)| node).collect();
        // What leads back or nowhere is told below the picture.
        edges.retain(|it| nodes[it.from].layer < nodes[it.to].layer);
        let height = place(&mut nodes, &edges);
        for edge in &mut edges {
            edge.layers = nodes[edge.to].layer - nodes[edge.from].layer;
            let (from, to) = (nodes[edge.from].y, nodes[edge.to].y);
            edge.path = format!("M0 {from:.1}C50 {from:.1} 50 {to:.1} 100 {to:.1}");
        }
        let rows = rows(&names, &claims, &outlets);
        let description = rows.iter().map(Origin::told).collect::<Vec<_>>().join("; ");
        Some(Self { sheet, nodes, edges, height, description, rows })
    }

    fn layers(&self) -> usize {
        self.nodes.iter().map(|it| it.layer).max().unwrap_or(0)
    }

    /// Where a layer's names end (the first) or begin (the others).
    fn x(&self, layer: impl Borrow<usize>) -> f64 {
        let first = (1.0 - GAP * self.layers().min(2) as f64) / 2.0;
        first + *layer.borrow() as f64 * self.step()
    }

    /// Where a curve begins.
    fn start(&self, edge: &Edge) -> f64 {
        self.x(self.nodes[edge.from].layer) + 0.01
    }

    /// The share of the width that a curve spans.
    fn width(&self, edge: &Edge) -> f64 {
        self.step() * edge.layers as f64 - 0.02
    }

    fn step(&self) -> f64 {
        GAP * self.layers().min(2) as f64 / self.layers().max(1) as f64
    }
}

impl Origin<'_> {
    fn told(&self) -> String {
        let outlets: Vec<String> =
            self.outlets.iter().map(|(name, claims)| format!("{name} ({claims})")).collect();
        format!("{}: {}", self.name, outlets.join(", "))
    }
}

/// The names of all origins, and how many claims of each outlet rest on each; both by keys. Nobody has the empty key.
type Credits<'a> = (BTreeMap<&'a str, &'a str>, BTreeMap<(&'a str, &'a str), usize>);

fn credits<'a>(sheet: &'a StorySheet<'a>) -> Credits<'a> {
    let mut names = BTreeMap::new();
    let mut claims: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for claim in sheet.story.items.iter().flat_map(|item| &item.claims) {
        let outlet = sheet.article(claim).map_or(claim.outlet.as_str(), |article| article.key.as_str());
        let by_name: Vec<_> = claim.credits.iter().filter(|it| !it.anonymous).collect();
        if by_name.is_empty() {
            *claims.entry(("", outlet)).or_default() += 1;
        }
        for credit in by_name.into_iter().filter(|it| it.key != outlet) {
            names.entry(credit.key.as_str()).or_insert(credit.name.as_str());
            *claims.entry((&credit.key, outlet)).or_default() += 1;
        }
    }
    (names, claims)
}

/// How far right each outlet stands: behind whomever it credits.
fn layers<'a>(
    claims: &BTreeMap<(&'a str, &'a str), usize>,
    outlets: &[(&'a str, &str)],
) -> BTreeMap<&'a str, usize> {
    let mut layers: BTreeMap<&str, usize> = outlets.iter().map(|(key, _)| (*key, 1)).collect();
    // Outlets that credit each other in a ring stop at the last layer.
    for _ in 0..MOST_LAYERS {
        for &(origin, outlet) in claims.keys() {
            let behind = layers.get(origin).map_or(1, |layer| layer + 1);
            if let Some(layer) = layers.get_mut(outlet).filter(|layer| **layer < behind.min(MOST_LAYERS)) {
                *layer = behind;
            }
        }
    }
    layers
}

/// Gives every node its height: outlets in their order, origins as near as can be to those that credit them. How high all is.
fn place(nodes: &mut [Node], edges: &[Edge]) -> usize {
    let layers = nodes.iter().map(|it| it.layer).max().unwrap_or(0);
    let tallest =
        (0..=layers).map(|layer| nodes.iter().filter(|it| it.layer == layer).count()).max().unwrap_or(0);
    let height = tallest * ROW;
    for layer in (0..=layers).rev() {
        let mut members: Vec<usize> = (0..nodes.len()).filter(|&at| nodes[at].layer == layer).collect();
        if layer < layers {
            let mean = |at: usize| {
                let ends: Vec<f64> =
                    edges.iter().filter(|it| it.from == at).map(|it| nodes[it.to].y).collect();
                if ends.is_empty() { f64::INFINITY } else { ends.iter().sum::<f64>() / ends.len() as f64 }
            };
            let mut placed: Vec<(f64, usize)> = members.iter().map(|&at| (mean(at), at)).collect();
            placed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            members = placed.into_iter().map(|(_, at)| at).collect();
        }
        let room = height as f64 / members.len().max(1) as f64;
        for (place, at) in members.into_iter().enumerate() {
            nodes[at].y = room * (place as f64 + 0.5);
        }
    }
    height
}

/// The same as a table: every origin with its outlets, most outlets first.
fn rows<'a>(
    names: &BTreeMap<&'a str, &'a str>,
    claims: &BTreeMap<(&'a str, &'a str), usize>,
    outlets: &[(&'a str, &'a str)],
) -> Vec<Origin<'a>> {
    let outlet = |key: &'a str| outlets.iter().find(|(it, _)| *it == key).map_or(key, |(_, name)| *name);
    let origins: BTreeSet<&str> = claims.keys().map(|(origin, _)| *origin).collect();
    let row = |origin: &'a str| Origin {
        name: if origin.is_empty() { NOBODY } else { names.get(origin).copied().unwrap_or(origin) },
        outlets: claims
            .iter()
            .filter(|((it, _), _)| *it == origin)
            .map(|((_, key), claims)| (outlet(key), *claims))
            .collect(),
    };
    let mut rows: Vec<Origin<'_>> = origins.into_iter().map(row).collect();
    rows.sort_by_key(|row| (row.name == NOBODY, std::cmp::Reverse(row.outlets.len()), row.name));
    rows
}
