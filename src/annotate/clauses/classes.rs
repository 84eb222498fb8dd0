//! Classes of verbs by what their objects are: what they become, what becomes of them, and what can be said.

use super::Layers;
use crate::annotate::lexicon;
use crate::annotate::mention::EntityKind;

/// Verbs with a second object that says what the first becomes ("elected her leader").
const NAMING: &[&str] = &[
    "elect",
    "re-elect",
    "reelect",
    "appoint",
    "reappoint",
    "name",
    "rename",
    "crown",
    "declare",
    "proclaim",
    "pronounce",
    "dub",
    "call",
    "brand",
    "label",
    "nominate",
    "designate",
    "christen",
    "deem",
    "consider",
    "title",
    "entitle",
];

/// The same, where the second object names an office or somebody ("made her captain", not "made her an offer").
const MAKING: &[&str] = &["make", "vote", "confirm", "install", "choose", "pick"];

/// Verbs with an object and an adjective that says what becomes of it ("made them redundant", "found him guilty").
pub(super) const RESULT: &[&str] = &[
    "make",
    "find",
    "leave",
    "declare",
    "render",
    "keep",
    "hold",
    "consider",
    "deem",
    "pronounce",
    "set",
    "turn",
    "rule",
    "shoot",
    "strike",
    "cut",
    "force",
    "drive",
    "send",
    "plead",
    "lie",
    "run",
    "break",
    "blow",
    "burn",
    "sit",
    "stand",
];

/// What "say" can have for its object; any other noun is the subject of what is said.
pub(super) fn can_be_said(lemma: &str) -> bool {
    matches!(
        lemma,
        "it" | "so"
            | "this"
            | "that"
            | "something"
            | "nothing"
            | "anything"
            | "everything"
            | "no"
            | "yes"
            | "prayer"
            | "goodbye"
            | "farewell"
            | "word"
            | "thing"
            | "much"
            | "more"
            | "little"
            | "all"
            | "sorry"
            | "mass"
            | "grace"
            | "line"
            | "lot"
            | "name"
            | "hello"
            | "thank"
    )
}

/// Whether a bare noun behind "by" says by what means ("briefed by telephone", "won by default"), and not who acts.
pub(super) fn names_means(layers: &Layers, phrase: usize) -> bool {
    let noun = &layers.phrases[phrase];
    noun.tokens.len() == 1
        && matches!(
            layers.tokens[noun.head].lower.as_str(),
            "telephone"
                | "phone"
                | "email"
                | "e-mail"
                | "letter"
                | "post"
                | "mail"
                | "text"
                | "fax"
                | "radio"
                | "video"
                | "videolink"
                | "satellite"
                | "hand"
                | "law"
                | "default"
                | "mistake"
                | "accident"
                | "chance"
                | "design"
                | "force"
                | "surprise"
                | "night"
                | "day"
                | "air"
                | "sea"
                | "rail"
                | "road"
                | "land"
                | "helicopter"
                | "ambulance"
                | "ferry"
                | "boat"
                | "plane"
                | "taxi"
                | "coach"
                | "bicycle"
                | "majority"
                | "consensus"
                | "acclamation"
                | "lot"
                | "courier"
                | "injection"
                | "hanging"
                | "decree"
                | "statute"
                | "auction"
        )
}

/// Whether what stands behind the object of the verb says what the object becomes.
pub(super) fn names_object(layers: &Layers, verb: &str, phrase: usize) -> bool {
    let noun = &layers.phrases[phrase];
    let head = &layers.tokens[noun.head];
    let office = || {
        let mention = noun.mention.map(|mention| layers.mentions[mention].kind);
        mention == Some(EntityKind::Person) && !head.tag.is_proper() || lexicon::office(&head.lemma).is_some()
    };
    NAMING.contains(&verb) || MAKING.contains(&verb) && office()
}
