//! What a check costs beside reading and parsing the same files with the `toml` crate on as many threads.
//!
//! `cargo bench --bench check` measures 1,000 and 10,000 claims; `GAINSAY_BENCH_CLAIMS=1000000 cargo bench --bench check`
//! any other number. docs/performance.md has figures.
#![allow(clippy::unwrap_used, reason = "a bench that can't go on has failed")]

use gainsay::view;
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use gainsay::cache::Cache;
use gainsay::check::{Options, check};
use gainsay::claim::{Conventions, Story};
use gainsay::findings::Shown;
use gainsay::report;
use gainsay::report::Format;
use gainsay::review::Case;
use gainsay::{files, fusion, linkage};
use rayon::prelude::*;
use serde::Deserialize;

const CLAIMS_OF_AN_ARTICLE: usize = 20;
const ARTICLES_OF_A_STORY: usize = 8;

/// More claims than these are not compared across stories here.
const MOST_ACROSS: usize = 100_000;

const SUBJECTS: &[&str] = &["Harbor Steel", "Nora Castell", "Lakewood County", "Ridge Energy", "Pinefield"];
const ATTRIBUTES: &[&str] = &[
    "number of people evacuated",
    "cost of the repairs",
    "date of the first hearing",
    "planned investment in the plant",
    "share of customers affected",
    "workers laid off",
    "length of the closure",
    "fine for the spill",
    "number of homes damaged",
    "revenue in the third quarter",
    "name of the investigator",
    "area burned by the fire",
    "price per ticket",
    "time of the collapse",
];
const HEDGES: &[&str] = &["", "about ", "at least ", "nearly ", "more than ", "up to "];

/// The same numbers on every machine: a linear congruence (Knuth, MMIX).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn pick<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }

    /// A label of as many words as one may have, of a few hundred.
    fn label(&mut self) -> String {
        let words: Vec<String> =
            (0..40).map(|_| format!("w{}ord{}", self.below(20), self.below(20))).collect();
        words.join(" ")
    }
}

/// A folder of stories with so many claims.
fn corpus(claims: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut chance = Chance(7);
    for article in 0..claims / CLAIMS_OF_AN_ARTICLE {
        let story = folder.path().join(format!("s{:05}", article / ARTICLES_OF_A_STORY));
        std::fs::create_dir_all(&story).unwrap();
        let name = format!("outlet-{}", article % ARTICLES_OF_A_STORY);
        let text = claim_file(&name, article / ARTICLES_OF_A_STORY, &mut chance);
        std::fs::write(story.join(name).with_extension("toml"), text).unwrap();
    }
    folder
}

fn claim_file(outlet: &str, story: usize, chance: &mut Chance) -> String {
    let mut text = format!("[article]\noutlet = \"{outlet}\"\npublished = 2025-06-17\n");
    for _ in 0..CLAIMS_OF_AN_ARTICLE {
        let (subject, attribute) = (chance.pick(SUBJECTS), chance.pick(ATTRIBUTES));
        let (hedge, figure) = (chance.pick(HEDGES), 100 + chance.below(9) * 100);
        write!(
            text,
            "\n[[claim]]\nsubject = \"{subject} {story}\"\nattribute = \"{attribute}\"\nvalue = \"{hedge}{figure}\"\n\
             quote = \"{subject} put the {attribute} at {hedge}{figure} on Monday\"\naccording_to = \"police\"\n"
        )
        .unwrap();
    }
    text
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "it is read, and that is all")]
struct File {
    article: toml::Table,
    claim: Vec<Claim>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "it is read, and that is all")]
struct Claim {
    subject: String,
    attribute: String,
    value: toml::Value,
    quote: Option<String>,
    according_to: Option<toml::Value>,
}

/// The floor: the files read and parsed, and nothing else.
fn parse_only(folder: &Path) -> usize {
    let stories: Vec<PathBuf> = entries(folder);
    let files: Vec<PathBuf> = stories.par_iter().flat_map_iter(|story| entries(story)).collect();
    let parse = |file: &PathBuf| -> File { toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap() };
    files.par_iter().map(parse).map(|file| file.claim.len()).sum()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn checks(criterion: &mut Criterion) {
    let asked = std::env::var("GAINSAY_BENCH_CLAIMS").ok().and_then(|it| it.parse().ok());
    let sizes: Vec<usize> = asked.map_or_else(|| vec![1_000, 10_000], |size| vec![size]);
    for size in sizes {
        let folder = corpus(size);
        let kept = tempfile::tempdir().unwrap();
        let cold = Options { paths: vec![folder.path().to_owned()], ..Options::default() };
        let warm = Options { cache: Some(Cache::new(kept.path())), ..cold.clone() };
        let across = Options { across: true, ..cold.clone() };
        let mut group = criterion.benchmark_group("check");
        group.throughput(Throughput::Elements(size as u64)).sample_size(10);
        group.bench_function(BenchmarkId::new("parse only", size), |bencher| {
            bencher.iter(|| black_box(parse_only(folder.path())));
        });
        group.bench_function(BenchmarkId::new("cold", size), |bencher| {
            bencher.iter(|| black_box(check(&cold).claim_files));
        });
        check(&warm);
        group.bench_function(BenchmarkId::new("warm", size), |bencher| {
            bencher.iter(|| black_box(check(&warm).claim_files));
        });
        let changed = folder.path().join("s00000/outlet-0.toml");
        let mut chance = Chance(11);
        group.bench_function(BenchmarkId::new("one changed file", size), |bencher| {
            bencher.iter(|| {
                std::fs::write(&changed, claim_file("outlet-0", 0, &mut chance)).unwrap();
                black_box(check(&warm).claim_files)
            });
        });
        if size <= MOST_ACROSS {
            group.bench_function(BenchmarkId::new("across", size), |bencher| {
                bencher.iter(|| black_box(check(&across).claim_files));
            });
        }
        group.finish();
        stages(criterion, folder.path(), size);
        formats(criterion, &cold, size);
    }
}

/// The stages of a check one by one, each over all stories.
fn stages(criterion: &mut Criterion, folder: &Path, size: usize) {
    let (folders, _) = files::find(&[folder.to_owned()]);
    let read = || -> Vec<Story> {
        let read = |it| Story::read(it, &Conventions::default(), &mut Vec::new());
        folders.par_iter().map(read).collect()
    };
    let stories = read();
    let alignments: Vec<_> = stories.par_iter().map(linkage::align).collect();
    let judged = || -> Vec<_> {
        stories.par_iter().zip(&alignments).map(|(story, alignment)| fusion::fuse(alignment, story)).collect()
    };
    let items = judged();
    let mut group = criterion.benchmark_group("stage");
    group.throughput(Throughput::Elements(size as u64)).sample_size(10);
    group.bench_function(BenchmarkId::new("read", size), |bencher| bencher.iter(|| black_box(read().len())));
    group.bench_function(BenchmarkId::new("align", size), |bencher| {
        bencher.iter(|| stories.par_iter().map(|story| linkage::align(story).items.len()).sum::<usize>());
    });
    group.bench_function(BenchmarkId::new("judge", size), |bencher| {
        bencher.iter(|| black_box(judged().len()));
    });
    group.bench_function(BenchmarkId::new("view", size), |bencher| {
        bencher.iter(|| {
            let all = stories.par_iter().zip(&alignments).zip(&items);
            all.map(|((story, alignment), items)| view::StoryView::new(story, alignment, items).items.len())
                .sum::<usize>()
        });
    });
    group.finish();
}

fn formats(criterion: &mut Criterion, options: &Options, size: usize) {
    let outcome = check(options);
    let shown = Shown { all: true, ..Shown::default() };
    let mut group = criterion.benchmark_group("write");
    group.throughput(Throughput::Elements(size as u64)).sample_size(10);
    for format in Format::ALL {
        group.bench_function(BenchmarkId::new(format.name(), size), |bencher| {
            bencher.iter(|| {
                report::write(format, &outcome.report, &shown, 120, &mut std::io::sink()).unwrap();
            });
        });
    }
    group.finish();
}

/// Stories that were made to hurt, each at three sizes: docs/security.md, *Bounded work*.
fn traps(criterion: &mut Criterion) {
    let list = |names: &dyn Fn(usize) -> String, size: usize| {
        format!("[{}]", (0..size).map(|at| format!("'{}'", names(at))).collect::<Vec<_>>().join(", "))
    };
    let words = ["rose fell gained lost ", "fell rose lost gained "];
    let members = |article: usize, size: usize| list(&|at| format!("Member {article} {at}"), size);
    let one = |value: String| vec![("club".to_owned(), value)];
    let table = |name: &str, size: usize| {
        let rows = (0..size).map(|at| format!("\"Group {at}\" = [\"Member 0 {at}\", \"Member 1 {at}\"]\n"));
        format!("[{name}]\n{}", rows.collect::<String>())
    };
    let mut group = criterion.benchmark_group("traps");
    group.sample_size(10);
    let mut row = |name: &str, size: usize, articles: Vec<Vec<(String, String)>>, settings: &str| {
        let folder = trap(&articles, settings);
        let options = Options { paths: vec![folder.path().join("claims")], ..Options::default() };
        group.bench_function(BenchmarkId::new(name, size), |bencher| {
            bencher.iter(|| black_box(check(&options).claim_files));
        });
    };
    for times in [1, 2, 4] {
        let (names, claims, entries) = (250 * times, 2_000 * times, 100 * times);
        row("lists", names, (0..16).map(|it| one(members(it, names))).collect(), "");
        let pinned = |at| (format!("S{at}"), format!("'${at} million'\nitem = 'x'"));
        row("pin", claims, vec![(0..claims).map(pinned).collect()], "");
        let text = |it: usize| one(format!("'{}'", words[it].repeat(10_000 * times / 4)));
        row("opposites", 10_000 * times, (0..2).map(text).collect(), "");
        for name in ["broader", "aliases"] {
            let articles = (0..16).map(|it| one(members(it, entries))).collect();
            row(name, entries, articles, &table(name, entries));
        }
        let mut chance = Chance(5);
        let claim = |at: usize, chance: &mut Chance| (chance.label(), format!("'{at}'"));
        let labels = (0..2).map(|_| (0..150 * times).map(|at| claim(at, &mut chance)).collect()).collect();
        row("labels", 300 * times, labels, "");
    }
    group.finish();
}

/// The same where claims of several stories are compared, and where a person is asked about what was compared.
fn wider_traps(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("traps");
    group.sample_size(10);
    for times in [1, 2, 4] {
        let mut chance = Chance(5);
        let mut claim = |at: usize| (chance.label(), format!("'{at}'"));
        let folder = stories(&(0..50 * times).map(|at| vec![claim(at)]).collect::<Vec<_>>());
        let options = |folder: &Path| Options { paths: vec![folder.join("claims")], ..Options::default() };
        let across = Options { across: true, ..options(folder.path()) };
        group.bench_function(BenchmarkId::new("across", 50 * times), |bencher| {
            bencher.iter(|| black_box(check(&across).claim_files));
        });
        let folder = trap(&[(0..150 * times).map(claim).collect()], "");
        let (read, _) = gainsay::check::stories(&options(folder.path()), &mut Vec::new());
        group.bench_function(BenchmarkId::new("review", 150 * times), |bencher| {
            bencher.iter(|| black_box(Case::new(&read[0]).questions().len()));
        });
    }
    group.finish();
}

/// A desk of many stories, each of one article.
fn stories(articles: &[Vec<(String, String)>]) -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    for (number, claims) in articles.iter().enumerate() {
        let one = trap(std::slice::from_ref(claims), "");
        let story = desk.path().join(format!("claims/s{number}"));
        std::fs::create_dir_all(&story).unwrap();
        std::fs::copy(one.path().join("claims/s/0.toml"), story.join("0.toml")).unwrap();
    }
    desk
}

/// A desk of one story, by the subjects and values of its articles' claims.
fn trap(articles: &[Vec<(String, String)>], settings: &str) -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    let story = desk.path().join("claims/s");
    std::fs::create_dir_all(&story).unwrap();
    std::fs::write(desk.path().join("gainsay.toml"), settings).unwrap();
    for (number, claims) in articles.iter().enumerate() {
        let mut text = format!("[article]\noutlet = 'Outlet {number}'\n");
        for (subject, value) in claims {
            write!(text, "[[claim]]\nsubject = '{subject}'\nattribute = 'members'\nvalue = {value}\n")
                .unwrap();
        }
        std::fs::write(story.join(format!("{number}.toml")), text).unwrap();
    }
    desk
}

criterion_group!(benches, checks, traps, wider_traps);
criterion_main!(benches);
