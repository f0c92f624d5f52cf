//! What an article speaks of, as far as it has been read: its topic, its persons, and who `it` and `she` are.

use std::collections::{BTreeMap, BTreeSet};

use super::clause::{Doer, doer, main_doer};
use super::credit::{SAYS, credits};
use super::fact::StatedFact;
use super::name::{Subject, plain_name, plain_words, refers};
use super::parties::{is_office, titles};
use super::sentence::Sentence;
use super::verb::verb_at;
use super::words::is_preposition;

/// What an article speaks of, as far as it has been read.
pub(super) struct Referents {
    persons: BTreeSet<String>,
    /// What the whole article is about.
    topic: Option<String>,
    /// Who `it` may be.
    thing: Option<String>,
    /// Who `he` or `she` may be.
    pub(super) person: Option<String>,
    /// Who `he` and `she` were before.
    known: BTreeMap<String, String>,
    /// Which `the company` may be.
    body: Option<String>,
    /// Who `they` may be.
    group: Option<String>,
    /// The name that the sentence before began with.
    last: Option<String>,
}

impl Referents {
    /// What is known before the first sentence.
    pub(super) fn of(sentences: &[Sentence<'_>]) -> Self {
        let persons = persons(sentences);
        Self {
            topic: topic(sentences),
            persons,
            thing: None,
            body: None,
            person: None,
            known: BTreeMap::new(),
            group: None,
            last: None,
        }
    }

    /// Goes on to the next sentence.
    pub(super) fn hear(&mut self, sentence: &Sentence<'_>) {
        let doer = main_doer(sentence, sentence.len());
        if let Some(Doer::Pronoun(at)) = doer
            && sentence.is_at(at, "he|she")
            && let Some(person) = self.meant(sentence.word(at))
        {
            self.known.insert(sentence.word(at).to_owned(), person.text);
        }
        // `His son Dennis said`: he is somebody else.
        let kin = |at: usize| {
            at > 1 && sentence.is_at(at - 2, "his|her|their")
                || at > 0 && sentence.is_at(at - 1, "his|her|their")
        };
        for name in sentence.names.iter().filter(|name| !kin(name.start)) {
            let name = plain_name(sentence, name);
            if self.is_person(name) {
                self.person = Some(name.to_owned());
            }
        }
        self.last = None;
        match doer {
            Some(Doer::Name(name)) if kin(name.start) => {}
            Some(Doer::Name(name)) => {
                let name = plain_name(sentence, &name).to_owned();
                self.last = Some(name.clone());
                if self.is_person(&name) {
                    self.person = Some(name);
                } else {
                    let of_body = name.starts_with("Shares ") || name.starts_with("Stock ");
                    self.body = if of_body { self.body.take() } else { Some(name.clone()) };
                    self.thing = Some(name);
                }
            }
            Some(Doer::Words(words)) if !refers(sentence, &words) => {
                let text = plain_words(sentence, &words);
                let place = if is_several(&text) { &mut self.group } else { &mut self.thing };
                *place = Some(text);
            }
            _ => {}
        }
    }

    pub(super) fn is_person(&self, name: &str) -> bool {
        self.persons.contains(name)
    }

    pub(super) fn named(&self, text: &str) -> Subject {
        Subject { text: text.to_owned(), they: self.is_person(text), office: false }
    }

    pub(super) fn worded(text: &str) -> Subject {
        Subject { text: text.to_owned(), they: is_several(text), office: false }
    }

    /// Who it is that does something; nobody for a figure.
    pub(super) fn about(&self, sentence: &Sentence<'_>, doer: &Doer) -> Option<Subject> {
        match doer {
            Doer::Name(name) => Some(self.named(plain_name(sentence, name))),
            Doer::Words(words)
                if sentence.word(words.end - 1).ends_with("-year-old") && self.last.is_some() =>
            {
                self.last.as_ref().map(|name| Subject { they: true, ..self.named(name) })
            }
            Doer::Words(words) if refers(sentence, words) && self.referred().is_some() => self.referred(),
            Doer::Words(words) => {
                Some(plain_words(sentence, words)).filter(|it| !it.is_empty()).map(|it| Self::worded(&it))
            }
            Doer::Pronoun(at) => self.meant(sentence.word(*at)),
            Doer::Figure(_) => None,
        }
    }

    /// What a fact is about that nobody does: what the article is about, or the things counted, where that is a person.
    pub(super) fn of_nobody(&self, sentence: &Sentence<'_>, fact: &StatedFact) -> Subject {
        let topic = self.topic.as_deref().unwrap_or("the story");
        let mention = sentence.mentions.iter().find(|(words, _)| *words == fact.words);
        let counted = mention.and_then(|(_, mention)| mention.value.counted.as_deref());
        match counted.filter(|_| self.is_person(topic)) {
            Some(counted) => Self::worded(counted),
            None => self.named(topic),
        }
    }

    /// Which company `the company` is: the last that was called by its name.
    fn referred(&self) -> Option<Subject> {
        self.body.as_ref().map(|name| self.named(name))
    }

    /// Who a pronoun means.
    pub(super) fn meant(&self, word: &str) -> Option<Subject> {
        let known = match word {
            "he" | "she" | "who" => {
                let last = self.last.as_ref().filter(|it| self.is_person(it));
                last.or_else(|| self.known.get(word)).or(self.person.as_ref())
            }
            "they" => self.group.as_ref().or(self.thing.as_ref()),
            _ => self.thing.as_ref(),
        };
        // Who `it` is where nothing was spoken of, the words don't tell.
        let unknown =
            |text: &&String| self.is_person(text) || is_several(text) && self.body.as_ref() != Some(text);
        if word == "it" && known.is_none_or(|text| unknown(&text)) {
            return Some(Self::worded("it"));
        }
        let known = known.or(self.topic.as_ref())?;
        let several = word == "they" && self.group.is_some();
        Some(Subject { they: several || self.is_person(known), ..self.named(known) })
    }
}

/// Whether a word for several ends a phrase: `rescuers`, `shares of Fetch`.
fn is_several(text: &str) -> bool {
    let ruled = |word: &&str| !is_preposition(&word.to_lowercase());
    let noun = text.split_whitespace().take_while(ruled).last().unwrap_or_default();
    let plural = noun.ends_with('s') && !["ss", "'s", "us", "is"].iter().any(|it| noun.ends_with(it));
    let common = !noun.chars().skip(1).any(char::is_uppercase);
    plural && common || matches!(noun, "people" | "men" | "women" | "children" | "police")
}

/// Names of persons: those with an office or an age, those who say something, and the same without their given names.
fn persons(sentences: &[Sentence<'_>]) -> BTreeSet<String> {
    let mut persons = BTreeSet::new();
    for sentence in sentences {
        for name in &sentence.names {
            let office = titles(sentence, name) > 0 && titles(sentence, name) < name.len()
                || name.start > 0
                    && (is_office(sentence.word(name.start - 1))
                        || sentence.is_at(name.start - 1, "mr|mrs|ms|dr|sir|dame|lord|lady|substitute|defender|midfielder|striker|goalkeeper|forward|winger|lawyer|actor|singer|author|driver|student|husband|wife|son|daughter|brother|sister|father|mother|potter|artist|author|writer"));
            let aged = sentence.breaks_behind(name.end - 1) && sentence.breaks_behind(name.end) && {
                let word = sentence.word(name.end);
                word.len() == 2 && word.bytes().all(|it| it.is_ascii_digit())
            };
            let says =
                name.len() == 2 && sentence.is_at(name.start.saturating_sub(1), "said") && name.start > 0;
            let lived = sentence.is_at(name.end, "dies|died|married") && name.len() == 2
                || name.len() == 2 && sentence.is_at(name.end, "who") && sentence.breaks_behind(name.end - 1)
                || name.len() == 2
                    && sentence.breaks_behind(name.end - 1)
                    && sentence.is_at(name.end, "the|a|an")
                    && sentence.is_at(name.end + 2, "who|whose");
            if office || aged || says || lived {
                persons.insert(plain_name(sentence, name).to_owned());
            }
        }
    }
    let short: Vec<String> = persons
        .iter()
        .filter(|name| name.contains(' '))
        .flat_map(|name| {
            [name.split(' ').next(), name.split(' ').next_back()].into_iter().flatten().map(str::to_owned)
        })
        .collect();
    persons.extend(short);
    // `John Hale` beside Margaret Hale
    let named = sentences.iter().flat_map(|it| it.names.iter().map(move |name| (it, name)));
    let kin: Vec<String> = named
        .filter(|(_, name)| name.len() == 2)
        .map(|(sentence, name)| plain_name(sentence, name))
        .filter(|name| name.split(' ').next_back().is_some_and(|last| persons.contains(last)))
        .map(str::to_owned)
        .collect();
    persons.extend(kin);
    persons
}

/// What an article is about: the name that does most in it, twice at least, or what its first sentence begins with.
fn topic(sentences: &[Sentence<'_>]) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut first = None;
    for sentence in sentences.iter().filter(|it| it.is_whole()) {
        let tells = (0..sentence.len())
            .find_map(|at| verb_at(sentence, at))
            .is_some_and(|verb| sentence.is_at(verb.head(), SAYS));
        match main_doer(sentence, sentence.len()) {
            Some(Doer::Name(name)) => {
                let name = plain_name(sentence, &name).to_owned();
                first.get_or_insert(name.clone());
                *counts.entry(name).or_default() += usize::from(!tells);
            }
            Some(Doer::Words(words)) if !tells => {
                first.get_or_insert(plain_words(sentence, &words));
            }
            Some(Doer::Figure(_)) if first.is_none() => first = doer_behind(sentence),
            _ => {}
        }
    }
    let most = counts.into_iter().filter(|(_, count)| *count > 1);
    most.max_by_key(|(name, count)| (*count, std::cmp::Reverse(name.clone()))).map(|(name, _)| name).or(first)
}

/// Who does something in a further clause: `two people died after a passenger train struck a tree`.
fn doer_behind(sentence: &Sentence<'_>) -> Option<String> {
    let verbs = (0..sentence.len()).filter_map(|at| verb_at(sentence, at));
    let verbs = verbs.filter(|verb| !sentence.is_at(verb.head(), SAYS));
    let doers = verbs.filter_map(|verb| doer(sentence, &verb));
    let named = doers.filter_map(|doer| match doer {
        Doer::Name(name) => Some(plain_name(sentence, &name).to_owned()),
        Doer::Words(words) => Some(plain_words(sentence, &words)),
        Doer::Pronoun(_) | Doer::Figure(_) => None,
    });
    // Whoever tells it is not what it is about.
    let tellers = credits(sentence);
    let mut named = named;
    named.find(|it| !tellers.contains(it))
}
