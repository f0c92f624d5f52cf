//! How many phrases a second are read on one core. `cargo bench --bench value`

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use gainsay::value::{Context, read};

/// Phrases as most claims word them.
const PLAIN: &[&str] = &[
    "$10 billion",
    "27%",
    "8.5 million",
    "22",
    "21-foot",
    "435 miles",
    "seven years",
    "96 hours",
    "October 2023",
    "Oct. 28",
];

/// Phrases with hedges, ranges, rates and words around the figure.
const HEDGED: &[&str] = &[
    "at least $10 billion",
    "more than 13 billion dollars",
    "between 20 and 30 people",
    "about 1 hour and 45 minutes",
    "$3,500 a month",
    "tens of millions of people",
    "up to about 20,000 sq km",
    "a record $5bn in shares (£4bn)",
];

/// Dates with words around them, times, stages, names and words.
const OTHER: &[&str] = &[
    "late October",
    "last Friday",
    "by the end of 2026",
    "about 5:30pm PT",
    "early talks",
    "The Information",
    "did not survive",
    "a power failure",
];

fn phrases(criterion: &mut Criterion) {
    for (name, phrases) in [("plain", PLAIN), ("hedged", HEDGED), ("other", OTHER)] {
        let mut group = criterion.benchmark_group("phrases");
        group.throughput(Throughput::Elements(phrases.len() as u64));
        let context = Context { currency: Some("USD"), ..Context::default() };
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                for phrase in phrases {
                    black_box(read(black_box(phrase), &context));
                }
            });
        });
        group.finish();
    }
    let mut group = criterion.benchmark_group("one");
    for phrase in PLAIN {
        group.throughput(Throughput::Elements(1));
        group.bench_function(*phrase, |bencher| {
            bencher.iter(|| black_box(read(black_box(phrase), &Context::default())));
        });
    }
    group.finish();
}

criterion_group!(benches, phrases);
criterion_main!(benches);
