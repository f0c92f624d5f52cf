//! Scales for what newspapers report on most, with their usual words, in English.

use super::built_in::BuiltIn;

/// The scales, in the order in which they are tried.
pub(super) const BUILT_IN: &[BuiltIn] = &[DEALS, APPROVALS, LAWS, INQUIRIES, SEARCHES, CERTAINTY];

const DEALS: BuiltIn = BuiltIn {
    name: "deal",
    stages: &[
        "exploratory talks",
        "talks under way",
        "advanced talks",
        "planned",
        "agreed",
        "closed",
        "integrated",
        "called off",
    ],
    words: &[
        (
            0,
            0,
            "exploratory | early talks | early stage | early stages | early discussions | early negotiations | \
             early stage talks | early stage discussions | preliminary | preliminary talks | preliminary \
             discussions | initial talks | initial discussions | informal talks | first talks | opening talks | \
             tentative talks | early phase | initial stage | nascent talks",
        ),
        (
            0,
            2,
            "in talks | in discussions | in negotiations | holding talks | held talks | under discussion | \
             discussing a deal",
        ),
        (
            1,
            1,
            "negotiating | under negotiation | talks under way | talks underway | talks are ongoing | ongoing \
             talks | talks ongoing | talks continue | talks progressing | still progressing | active talks | in \
             active talks | bargaining",
        ),
        (
            2,
            2,
            "advanced talks | advanced discussions | advanced negotiations | advanced stage | advanced \
             stages | late stage talks | late stage | late stage discussions | final talks | final \
             negotiations | final stage | final stages | deep in talks | serious talks | intensive talks | \
             close to a deal | nearing a deal | near a deal | nearing an agreement | close to an agreement | \
             on the verge of a deal | closing in on a deal | exclusive talks | in exclusive negotiations | \
             concrete talks | poised to agree | poised to sign | poised to buy | poised to acquire | poised to sell | \
             poised to accept | set to agree | set to sign | about to agree | about to sign | close to agreeing | \
             close to signing | close to buying | close to acquiring | close to selling | nearing a sale | nearing \
             a merger | on the brink of a deal",
        ),
        (
            3,
            3,
            "agreed in principle | agreement in principle | tentative agreement | tentative deal | \
             preliminary agreement | preliminary deal | non binding agreement | nonbinding agreement | letter \
             of intent | memorandum of understanding | term sheet | announced plans | announced plans to \
             acquire | announced plans to buy | announced plans to purchase | announced plans to merge | \
             plans to acquire | plans to buy | plans to purchase | plans to merge | plan to acquire | plan to \
             buy | intends to buy | intends to acquire | made an offer | made a bid | takeover bid | proposed \
             deal | proposed merger | proposed takeover | offered to buy | framework agreement | non binding letter of intent | nonbinding letter of intent | plan \
             to merge | planning to buy | planning to acquire | intends to purchase | offered to acquire | offered \
             to purchase | wants to buy | wants to acquire",
        ),
        (
            3,
            4,
            "agreed to buy | agreed to acquire | agreed to purchase | agreed to merge | agreed to sell | \
             agrees to buy | agrees to acquire | agreed to a merger | agreed to be acquired | agreed to be \
             bought | deal announced | announced a deal | announced the deal | announced an agreement | \
             agrees to sell | agrees to merge | agrees to purchase | agreeing to buy | agreeing to sell | deal to \
             buy | deal to acquire | agreement to buy | agreement to acquire",
        ),
        (
            4,
            4,
            "definitive agreement | signed a deal | signed an agreement | signed a definitive agreement | \
             deal signed | deal reached | reached a deal | reached an agreement | struck a deal | agreement \
             reached | agreement signed | entered into an agreement | inked a deal | final agreement | \
             awaiting regulatory approval | pending regulatory approval | subject to regulatory approval | \
             awaiting shareholder approval | yet to close | expected to close | signed but not closed | accepted the offer | accepted the bid | accepted an offer | \
             accepted its offer | accepted his offer | accepted their offer | accepts the offer | voted to accept the offer",
        ),
        (
            5,
            5,
            "deal closed | closed the deal | deal completed | completed the deal | completed the acquisition | \
             completed its acquisition | completed the purchase | has purchased | has bought | has acquired | \
             have bought | finalized the deal | finalised the deal | sealed the deal | deal done | takeover \
             complete | deal went through | merger completed | took over | taken over",
        ),
        (6, 6, "fully integrated | integrated into the company"),
        (
            7,
            7,
            "talks collapsed | talks broke down | talks have collapsed | talks ended | talks failed | deal \
             collapsed | deal fell through | fell through | fallen through | called off the deal | deal called \
             off | walked away from the deal | deal scrapped | scrapped the deal | terminated the agreement | \
             deal terminated | deal abandoned | abandoned the deal | abandoned the merger | deal off | broken \
             off | talks broken off | deal fell apart | deal falls through | deal has collapsed | pulled out of the \
             deal | pulls out of the deal | backed out of the deal | withdrew from the deal | withdrew its offer | \
             withdrew the offer | withdrew its bid | dropped the deal | dropped its bid | abandons the deal | \
             walked away from talks | pulled out of talks | would not pursue the deal | will not pursue the deal | \
             not to pursue the deal | will not proceed with the deal | would not proceed with the deal | not to \
             proceed with the deal | will not go ahead with the deal | would not go ahead with the deal | no longer \
             pursuing the deal | decided against the deal",
        ),
    ],
    asked: &[
        (
            0,
            0,
            "early | initial | considering | weighing | exploring | mulling | tentative | expressed interest | \
             interested",
        ),
        (0, 2, "talking | ongoing | under way | underway"),
        (2, 2, "advanced | final | late | nearing completion | imminent | close | near"),
        (3, 3, "planned | proposed | offered | bid | announced plan | plans | planning | intended"),
        (
            3,
            4,
            "announced | agreed to | agreement announced | will move forward | would move forward | moving forward | \
             moves forward | will go forward | going forward | will go ahead | would go ahead | going ahead | goes \
             ahead | will proceed | would proceed | proceeding | on track",
        ),
        (
            4,
            4,
            "agreed | signed | agreement | pending | definitive | inked | approved | awaiting approval | agreed \
             and signed | accepted | accepts | has said yes | agreed to it",
        ),
        (
            5,
            5,
            "closed | completed | complete | finalized | finalised | done | purchased | acquired | bought | \
             merged | sealed | sold | done deal | concluded",
        ),
        (6, 6, "integrated | absorbed"),
        (
            7,
            7,
            "called off | abandoned | terminated | collapsed | scrapped | cancelled | canceled | withdrawn | \
             rejected | dropped | failed | blocked | walked away | pulled out | pulls out | backed out | backs out | bowed out | fell apart | falls \
             through | withdrew | withdrawing | shelved | off the table | will not proceed | would not proceed | will \
             not go ahead | would not go ahead | will not move forward | would not move forward | not going ahead | \
             no longer going ahead | will not pursue it | would not pursue it",
        ),
    ],
    asks: &[
        "deal",
        "acquisition",
        "purchase",
        "takeover",
        "merger",
        "talks",
        "negotiations",
        "sale",
        "buyout",
        "investment",
        "agreement",
        "partnership",
        "bid",
        "transaction",
        "contract",
        "discussions",
        "stage",
        "negotiation",
        "offer",
    ],
};

const APPROVALS: BuiltIn = BuiltIn {
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

const LAWS: BuiltIn = BuiltIn {
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

const INQUIRIES: BuiltIn = BuiltIn {
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

const SEARCHES: BuiltIn = BuiltIn {
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

const CERTAINTY: BuiltIn = BuiltIn {
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
