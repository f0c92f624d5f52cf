//! A person takes a claim out of its item, or says that two claims tell one fact; and takes it back.

use super::{Answer, AnswerOutcome, Case, Pins};
use crate::claim::Claim;
use crate::files::slug;

/// Why it can't be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nobody else tells its fact.
    Alone,
    /// It has the same pin as another claim, by its position: somebody has said that they are one.
    Shares(usize, String),
    /// They are told by one article.
    OneArticle,
    /// They have different pins.
    TwoPins(String, String),
    /// Somebody has told them apart, by this pin.
    ToldApart(String),
    /// They have one pin already.
    Joined(String),
    /// Nothing of the kind was said.
    NothingSaid,
}

impl Case<'_> {
    /// Takes a claim out of its item: it tells another fact than those that stay.
    ///
    /// # Errors
    /// Why it can't be.
    pub fn split(&mut self, claim: usize) -> Result<(), Refused> {
        let others = self.others(claim);
        if others.is_empty() {
            return Err(Refused::Alone);
        }
        if let Some(pin) = self.pins.item(claim)
            && let Some(&other) = others.iter().find(|&&it| self.pins.item(it) == Some(pin))
        {
            return Err(Refused::Shares(other, pin.to_owned()));
        }
        let mut pins = self.pins.clone();
        self.tell_apart(&mut pins, claim, &others);
        self.take(pins);
        // Who would rather go with the claim than stay has been told apart from it, too: it gets a pin that they can name.
        while let Some(other) = self.others(claim).into_iter().find(|it| others.contains(it)) {
            let mut pins = self.pins.clone();
            if pins.item(claim).is_none() {
                let name = pins.name(&self.alignment, claim);
                pins.0[claim].item = Some(name);
            }
            pins.rule_out(other, claim);
            self.take(pins);
        }
        Ok(())
    }

    /// Tells a claim apart from its item, by as little as can be: one pin, and one claim that names it.
    fn tell_apart(&self, pins: &mut Pins, claim: usize, others: &[usize]) {
        let pinned = others.iter().copied().find(|&it| pins.item(it).is_some());
        let tied = |it: usize| -> f64 {
            let rest = others.iter().filter(|&&other| other != it);
            rest.map(|&other| self.alignment.link(it, other).weight).sum()
        };
        let typical = || others.iter().copied().max_by(|&x, &y| tied(x).total_cmp(&tied(y)).then(y.cmp(&x)));
        let Some(speaker) = pinned.or_else(typical) else { return };
        if pins.item(claim).is_none() && pins.item(speaker).is_none() {
            let name = pins.name(&self.alignment, speaker);
            pins.pin(speaker, &name);
        }
        pins.rule_out(claim, speaker);
        pins.rule_out(speaker, claim);
    }

    /// Says that two claims tell one fact.
    ///
    /// # Errors
    /// Why it can't be.
    pub fn join(&mut self, a: usize, b: usize) -> Result<(), Refused> {
        if self.alignment.same_article(a, b) {
            return Err(Refused::OneArticle);
        }
        match (self.pins.known(a, b), self.pins.item(a), self.pins.item(b)) {
            (Some(Answer::Same), pin, _) => Err(Refused::Joined(pin.unwrap_or_default().to_owned())),
            (Some(Answer::Different), Some(mine), Some(yours)) => {
                Err(Refused::TwoPins(mine.to_owned(), yours.to_owned()))
            }
            (Some(Answer::Different), mine, yours) => {
                Err(Refused::ToldApart(mine.or(yours).unwrap_or_default().to_owned()))
            }
            (None, ..) => match self.answer((a, b), Answer::Same) {
                AnswerOutcome::Contradicts(pins) => Err(Refused::ToldApart(pins)),
                AnswerOutcome::Known | AnswerOutcome::Pinned | AnswerOutcome::United(..) => Ok(()),
            },
        }
    }

    /// Takes back what told a claim apart last, and a pin that was made for that and now says nothing.
    ///
    /// # Errors
    /// Where nothing told it apart.
    pub fn undo_split(&mut self, claim: usize) -> Result<(), Refused> {
        let mut pins = self.pins.clone();
        let own = pins.item(claim).map(str::to_owned);
        let mut said = false;
        // Those that named the claim's own pin are told apart from it by that alone.
        if let Some(own) = own.filter(|it| self.is_made(it, claim) && pins.holders(it) == [claim]) {
            for mark in &mut pins.0 {
                said |= mark.not.contains(&own);
                mark.not.retain(|it| *it != own);
            }
            if said {
                pins.0[claim].item = None;
            }
        }
        if let Some(name) = pins.0[claim].not.pop() {
            said = true;
            self.forget_idle(&mut pins, &name);
        }
        if !said {
            return Err(Refused::NothingSaid);
        }
        self.take(pins);
        Ok(())
    }

    /// Takes back that claims share the pins they have: they lose them.
    ///
    /// # Errors
    /// Where one has none.
    pub fn undo_join(&mut self, claims: &[usize]) -> Result<(), Refused> {
        let mut pins = self.pins.clone();
        for &claim in claims {
            pins.0[claim].item.take().ok_or(Refused::NothingSaid)?;
        }
        self.take(pins);
        Ok(())
    }

    /// Who else is in a claim's item.
    fn others(&self, claim: usize) -> Vec<usize> {
        let item = self.items.iter().find(|item| item.contains(&claim));
        item.into_iter().flatten().copied().filter(|it| *it != claim).collect()
    }

    /// Removes a pin that one claim alone has, that nobody names, and that was made by its label.
    fn forget_idle(&self, pins: &mut Pins, name: &str) {
        if let [holder] = *pins.holders(name)
            && self.is_made(name, holder)
            && !pins.0.iter().any(|it| it.not.iter().any(|not| not == name))
        {
            pins.0[holder].item = None;
        }
    }

    /// Whether a pin is named as one is that is made for a claim.
    fn is_made(&self, name: &str, claim: usize) -> bool {
        let rest = name.strip_prefix(&label(self.alignment.claims[claim].claim));
        rest.is_some_and(|rest| {
            let number = rest.strip_prefix('-').unwrap_or_default();
            rest.is_empty() || number.parse::<u32>().is_ok()
        })
    }
}

/// What a claim's pin is named after.
pub(super) fn label(claim: &Claim) -> String {
    slug(&format!("{} {}", claim.subject, claim.attribute))
}
