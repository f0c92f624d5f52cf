//! A letter to whoever is to be asked about a conflict: what was found, in whose words and where, and the question.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::accusation::self_contradictions;
use super::lane::cut;
use super::period::published;
use super::position::sides;
use super::task::Whom;
use super::{ClaimView, Item, StoryView};

/// What stays as it is in the address of a mail.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Mail programs and browsers cut off addresses that are longer.
const LONGEST: usize = 1_900;

/// So many sides are quoted, with so many claims each.
const SIDES: usize = 3;
const OF_A_SIDE: usize = 2;

/// How many characters a quote has, and whether its address stands below it: as much as fits.
const ROOMS: &[(usize, bool)] =
    &[(300, true), (160, true), (160, false), (80, false), (40, false), (20, false)];

/// Names longer than this end in an ellipsis.
const NAME: usize = 80;

/// A letter about an item of a story.
pub(crate) struct Letter<'a> {
    story: &'a StoryView,
    item: &'a Item,
    /// Who signs it; nobody, where that is not known.
    from: &'a str,
}

impl<'a> Letter<'a> {
    pub(crate) fn new(story: &'a StoryView, item: &'a Item, from: &'a str) -> Self {
        Self { story, item, from }
    }

    /// The address that opens it in whatever writes mail.
    pub(crate) fn mailto(&self) -> String {
        let mail = |&(quote, linked): &(usize, bool)| {
            let subject = format!("A question about {}", cut(&self.item.label, NAME));
            let body = self.body(quote, linked).replace('\n', "\r\n");
            format!("mailto:?subject={}&body={}", encoded(&subject), encoded(&body))
        };
        let mut all = ROOMS.iter().map(mail);
        let fits = |it: &String| it.len() <= LONGEST;
        // The last one is short whatever the files say, or else names nobody.
        all.find(fits).unwrap_or_else(|| "mailto:?subject=A%20question&body=".to_owned())
    }

    fn body(&self, quote: usize, linked: bool) -> String {
        let whom = Whom::of(self.item);
        let story = self.story.heading();
        let found = format!(
            "comparing what has been reported on “{}”, we found statements about “{}” that differ:",
            cut(&story, NAME),
            cut(&self.item.label, NAME)
        );
        let from = if self.from.is_empty() { String::new() } else { format!("\n{}", cut(self.from, NAME)) };
        format!(
            "{},\n\n{found}\n\n{}\n\n{}\n\nThank you for your help.\n\nKind regards{from}\n",
            greeting(&whom),
            self.quotes(quote, linked).join("\n\n"),
            question(&whom)
        )
    }

    /// Who says what in which words, when, and where that is to be read; one side after the other.
    fn quotes(&self, longest: usize, linked: bool) -> Vec<String> {
        if let Some(found) = self.item.findings.first() {
            let claims = found.claims.iter().take(SIDES * OF_A_SIDE);
            return claims.map(|&at| self.quote(&self.item.claims[at], longest, linked)).collect();
        }
        if let Some((one, other)) = self_contradictions(self.item).next() {
            return [one, other].map(|it| self.quote(it, longest, linked)).to_vec();
        }
        let sides = sides(self.item).into_iter().filter(|it| !it.is_empty());
        let claims = sides.take(SIDES).flat_map(|side| side.into_iter().take(OF_A_SIDE));
        claims.map(|at| self.quote(&self.item.claims[at], longest, linked)).collect()
    }

    fn quote(&self, claim: &ClaimView, longest: usize, linked: bool) -> String {
        let article = self.story.articles.iter().find(|it| it.file == claim.file);
        let day = article.and_then(published).map(|it| format!(", {it}")).unwrap_or_default();
        let citing = match claim.according_to.as_slice() {
            [] => String::new(),
            names => format!(", citing {}", cut(&names.join(", "), NAME)),
        };
        let words = cut(claim.quote.as_deref().unwrap_or(&claim.value), longest);
        let link = article.and_then(|it| it.link()).filter(|_| linked).map(|it| format!("\n{it}"));
        format!("{}{citing}{day}: “{words}”{}", cut(&claim.outlet, NAME), link.unwrap_or_default())
    }
}

fn greeting(whom: &Whom<'_>) -> String {
    match whom {
        Whom::Origin(name) => format!("Dear {}", cut(name, NAME)),
        Whom::Torn(outlet) | Whom::Alone(outlet) => format!("Dear editors of {}", cut(outlet, NAME)),
        Whom::Both(one, other) => format!("Dear editors of {} and {}", cut(one, NAME), cut(other, NAME)),
        Whom::All => "Dear colleagues".to_owned(),
    }
}

fn question(whom: &Whom<'_>) -> &'static str {
    match whom {
        Whom::Origin(_) => {
            "You are quoted for both. Could you tell us which of them is correct, and as of when?"
        }
        Whom::Torn(_) => "Both appeared with you. Could you tell us which of them is correct?",
        Whom::Alone(_) => {
            "Yours differs from what several others report. Could you tell us your source, and whether you stand by it?"
        }
        Whom::Both(..) | Whom::All => "Could you tell us your source, and whether you stand by it?",
    }
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}
