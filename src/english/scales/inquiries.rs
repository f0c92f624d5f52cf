//! Stages of inquiries and searches, and how certain something is.

use super::BuiltIn;

/// Inquiries and trials.
pub(super) const INQUIRIES: BuiltIn = BuiltIn {
    name: "inquiry",
    stages: &[
        "alleged",
        "under review",
        "under investigation",
        "charged",
        "on trial",
        "convicted",
        "sentenced",
        "under appeal",
        "cleared",
    ],
    words: &[
        (0, 0, "complaint filed | allegations made | under suspicion"),
        (
            1,
            1,
            "preliminary inquiry | preliminary investigation | preliminary probe | initial inquiry | informal \
             inquiry | inquiry ordered | being looked into | assessing | early investigation",
        ),
        (
            2,
            2,
            "under investigation | under criminal investigation | being investigated | investigation under \
             way | investigation underway | investigation opened | opened an investigation | launched an \
             investigation | investigation launched | investigation ongoing | ongoing investigation | \
             investigation continues | probe opened | opened a probe | launched a probe | under federal \
             investigation | formal investigation | full investigation | criminal investigation | active \
             investigation | investigating | subpoenaed | probe under way | probe underway",
        ),
        (
            3,
            3,
            "charged | indicted | criminally charged | formally charged | charges filed | facing charges | \
             charges brought | arraigned | facing trial | awaiting trial | pleaded not guilty | committed for \
             trial",
        ),
        (
            4,
            4,
            "on trial | standing trial | trial under way | trial underway | trial began | in court | trial \
             started | jury deliberating",
        ),
        (
            5,
            5,
            "convicted | found guilty | pleaded guilty | pled guilty | guilty verdict | awaiting sentencing | \
             found liable",
        ),
        (6, 6, "sentenced | jailed | imprisoned | serving a sentence"),
        (7, 7, "under appeal | appealed | on appeal | appeal pending | conviction appealed"),
        (
            8,
            8,
            "acquitted | exonerated | found not guilty | charges dropped | case dismissed | case dropped | \
             charges dismissed | cleared of wrongdoing | cleared of all charges | not guilty verdict | \
             conviction overturned | no charges",
        ),
    ],
    asked: &[
        (0, 0, "alleged | suspected | accused | reported | complaint"),
        (1, 1, "under review | reviewing | preliminary | initial | early"),
        (
            2,
            2,
            "ongoing | open | opened | launched | under way | underway | active | continuing | investigated | \
             continues",
        ),
        (3, 3, "arrested | sued"),
        (5, 5, "guilty"),
        (6, 6, "concluded"),
        (8, 8, "cleared | dropped | dismissed | innocent | not guilty | closed without charges"),
    ],
    asks: &[
        "investigation",
        "inquiry",
        "probe",
        "case",
        "trial",
        "charges",
        "suspect",
        "prosecution",
        "lawsuit",
        "proceedings",
        "criminal",
        "legal",
    ],
};

/// Searches for people.
pub(super) const SEARCHES: BuiltIn = BuiltIn {
    name: "search",
    stages: &["missing", "search", "rescue", "recovery", "salvage", "ended"],
    words: &[
        (0, 0, "reported missing | feared missing | out of contact"),
        (
            1,
            1,
            "search under way | search underway | search operation | search continues | still searching | \
             active search | search phase | searching",
        ),
        (1, 2, "search and rescue | search and rescue operation | search and rescue phase"),
        (
            2,
            2,
            "rescue operation | rescue phase | rescue mission | rescue effort | rescue under way | rescue \
             underway",
        ),
        (
            3,
            3,
            "recovery operation | recovery phase | recovery mission | recovery effort | recovery of bodies",
        ),
        (4, 4, "salvage operation | salvage phase | salvage | clean up phase"),
        (
            5,
            5,
            "search suspended | search called off | search ended | search over | called off the search | \
             suspended the search | search abandoned | ended the search | rescue called off",
        ),
    ],
    asked: &[
        (0, 0, "missing"),
        (1, 1, "search | under way | underway | ongoing | continuing | active"),
        (2, 2, "rescue"),
        (3, 3, "recovery | recovering"),
        (5, 5, "suspended | called off | ended | over | abandoned | halted | stopped | concluded"),
    ],
    asks: &["search", "rescue", "recovery", "salvage", "operation"],
};

/// How certain something is.
pub(super) const CERTAINTY: BuiltIn = BuiltIn {
    name: "certainty",
    stages: &["denied", "unlikely", "possible", "reported", "likely", "confirmed"],
    words: &[
        (
            0,
            0,
            "ruled out | disproved | disproven | debunked | categorically denied | strongly denied | flatly \
             denied | vehemently denied",
        ),
        (1, 1, "unlikely | very unlikely | highly unlikely | doubtful | improbable | not likely"),
        (
            2,
            2,
            "possible | possibly | suspected | rumoured | rumored | speculated | not ruled out | cannot be ruled \
             out | can't be ruled out | unconfirmed | not confirmed | unverified | plausible | speculative | \
             perhaps | maybe",
        ),
        (
            3,
            3,
            "reported | reportedly | alleged | allegedly | believed | claimed | thought | assumed | presumed | \
             purported",
        ),
        (
            4,
            4,
            "likely | probable | probably | expected | very likely | highly likely | most likely | almost \
             certain | almost certainly | anticipated",
        ),
        (
            5,
            5,
            "officially confirmed | certain | certainly | established | proven | proved | independently \
             confirmed | official | beyond doubt | verified",
        ),
    ],
    asked: &[(0, 0, "denied | excluded"), (5, 5, "confirmed")],
    asks: &["certainty", "likelihood", "confirmation", "status"],
};
