//! Stages of what is bought, sold or merged.

use super::BuiltIn;

/// Deals.
pub(super) const DEALS: BuiltIn = BuiltIn {
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
