//! Stages of what is to be approved, and of laws.

use super::BuiltIn;

/// Approvals by an authority.
pub(super) const APPROVALS: BuiltIn = BuiltIn {
    name: "approval",
    stages: &[
        "applied for",
        "under review",
        "conditionally approved",
        "approved",
        "in use",
        "suspended",
        "withdrawn",
        "rejected",
    ],
    words: &[
        (
            0,
            0,
            "applied for approval | sought approval | seeking approval | submitted for approval | filed for \
             approval | application filed | application submitted | awaiting review",
        ),
        (
            1,
            1,
            "under regulatory review | awaiting approval | approval pending | pending approval | in \
             regulatory review | being reviewed by regulators",
        ),
        (
            2,
            2,
            "conditionally approved | conditional approval | provisionally approved | provisional approval | \
             tentatively approved | tentative approval | approved with conditions | emergency authorization | \
             emergency use authorization | recommended for approval | preliminary approval | approved for \
             emergency use",
        ),
        (
            3,
            3,
            "fully approved | full approval | approval granted | regulatory approval | final approval | won \
             approval | received approval | got approval | granted approval | regulators approved | approved by regulators | cleared by \
             regulators | won clearance | given the green light | given the go ahead",
        ),
        (
            7,
            7,
            "approval denied | denied approval | approval refused | approval rejected | refused approval | \
             application rejected | blocked by regulators | turned down",
        ),
    ],
    asked: &[
        (0, 0, "applied | requested | sought | filed | submitted"),
        (
            1,
            1,
            "under review | pending | in review | being reviewed | under consideration | undecided | awaited",
        ),
        (2, 2, "conditional | provisional | recommended"),
        (3, 3, "approved | granted | cleared | authorized | authorised | given | accepted | licensed"),
        (4, 4, "in use | available"),
        (5, 5, "suspended | revoked"),
        (6, 6, "withdrawn"),
        (7, 7, "rejected | refused | blocked | declined | vetoed | not approved | not granted | turned down"),
    ],
    asks: &[
        "approval",
        "approvals",
        "authorization",
        "authorisation",
        "clearance",
        "permit",
        "license",
        "licence",
        "application",
        "drug",
        "vaccine",
        "regulator",
        "regulatory",
        "regulators",
    ],
};

/// Laws on their way.
pub(super) const LAWS: BuiltIn = BuiltIn {
    name: "law",
    stages: &[
        "proposed",
        "introduced",
        "in committee",
        "passed by one chamber",
        "passed",
        "signed into law",
        "in force",
        "amended",
        "rejected",
    ],
    words: &[
        (
            0,
            0,
            "draft bill | draft law | bill drafted | law proposed | proposed law | proposed legislation | \
             proposed bill",
        ),
        (
            1,
            1,
            "bill introduced | introduced in the house | introduced in the senate | introduced in congress | \
             introduced in parliament | first reading | tabled in parliament | laid before parliament",
        ),
        (
            2,
            2,
            "in committee | committee stage | second reading | before the committee | referred to committee | \
             under debate | out of committee | cleared committee",
        ),
        (
            3,
            3,
            "passed the house | passed the senate | passed by the house | passed by the senate | passed the \
             lower house | passed the commons | passed the lords | passed one chamber | approved by the \
             house | approved by the senate | third reading | cleared the house | cleared the senate",
        ),
        (
            4,
            4,
            "passed both chambers | passed both houses | passed congress | passed by congress | cleared \
             congress | passed parliament | passed by parliament | approved by parliament | approved by \
             congress | sent to the president | awaiting signature | on the president's desk",
        ),
        (
            5,
            5,
            "signed into law | became law | enacted | enacted into law | royal assent | received royal assent | \
             promulgated | signed by the president",
        ),
        (
            6,
            6,
            "in force | in effect | took effect | came into force | entered into force | taken effect | came \
             into effect | went into effect",
        ),
        (
            8,
            8,
            "voted down | bill defeated | vetoed | bill rejected | repealed | struck down | ruled \
             unconstitutional | failed to pass | bill failed",
        ),
    ],
    asked: &[
        (0, 0, "proposed | drafted | draft | planned | announced"),
        (1, 1, "introduced | tabled | filed"),
        (2, 2, "debated | being debated | under consideration"),
        (3, 4, "passed | approved | adopted"),
        (5, 5, "law | signed | ratified"),
        (6, 6, "effective | implemented | applies"),
        (7, 7, "amended | revised"),
        (8, 8, "rejected | defeated | failed | blocked | stalled | dead | withdrawn"),
    ],
    asks: &[
        "bill",
        "law",
        "legislation",
        "act",
        "amendment",
        "resolution",
        "treaty",
        "measure",
        "statute",
        "regulation",
        "ban",
        "reform",
    ],
};
