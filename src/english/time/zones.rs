//! Time zones as newspapers abbreviate and name them, in minutes east of UTC.

/// The rule by which a zone changes to summer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ZoneRule {
    Fixed(i32),
    /// American: from the second Sunday of March to the first of November, an hour more.
    American(i32),
    /// European: from the last Sunday of March to the last of October.
    European(i32),
    /// Somewhere, but nobody says where.
    Open,
}

use ZoneRule::{American, European, Fixed};

/// The zones that abbreviations stand for.
pub(crate) const ABBREVIATIONS: &[(ZoneRule, &str)] = &[
    (Fixed(0), "utc | gmt | z | wet"),
    (Fixed(60), "bst | cet | wat | west"),
    (Fixed(120), "cest | eet | sast | cat"),
    (Fixed(-240), "ast"),
    (Fixed(180), "eest | msk | eat | trt"),
    (Fixed(240), "gst"),
    (Fixed(300), "pkt"),
    (Fixed(330), "ist"),
    (Fixed(420), "wib | ict"),
    (Fixed(480), "sgt | hkt | awst | pht"),
    (Fixed(540), "jst | kst"),
    (Fixed(570), "acst"),
    (Fixed(600), "aest"),
    (Fixed(660), "aedt"),
    (Fixed(720), "nzst"),
    (Fixed(780), "nzdt"),
    (Fixed(-240), "edt | e.d.t"),
    (Fixed(-300), "est | cdt | e.s.t"),
    (Fixed(-360), "cst | mdt"),
    (Fixed(-420), "mst | pdt"),
    (Fixed(-480), "pst | akdt"),
    (Fixed(-540), "akst"),
    (Fixed(-600), "hst"),
    (Fixed(-180), "adt | art | brt"),
    (American(-300), "et"),
    (American(-360), "ct"),
    (American(-420), "mt"),
    (American(-480), "pt"),
];

/// The zones that names before `time` stand for: `Eastern time`, `London time`.
pub(crate) const NAMED: &[(ZoneRule, &str)] = &[
    (American(-300), "eastern | york | washington"),
    (American(-360), "central | chicago"),
    (American(-420), "mountain | denver"),
    (American(-480), "pacific | angeles | seattle"),
    (European(0), "london | uk | british"),
    (European(60), "paris | berlin | rome | madrid | brussels | vienna | amsterdam | stockholm"),
    (European(120), "kyiv | kiev | athens | helsinki"),
    (Fixed(180), "moscow | istanbul | riyadh"),
    (Fixed(240), "dubai"),
    (Fixed(330), "indian | delhi | mumbai"),
    (Fixed(420), "bangkok | jakarta"),
    (Fixed(480), "beijing | shanghai | singapore | kong | manila"),
    (Fixed(540), "tokyo | japan | seoul"),
];
