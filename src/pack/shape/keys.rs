//! The table: every key of pack.yaml and tests.yaml.

use super::{Key, Shape};

const fn key(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, required: false, about }
}

const fn needed(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, required: true, about }
}

pub(crate) const POLARITIES: &[&str] = &["positive", "negative"];
pub(crate) const MODALITIES: &[&str] =
    &["actual", "planned", "intended", "possible", "unable", "refused", "hypothetical"];
pub(crate) const STATUSES: &[&str] = &["cancelled", "postponed", "held", "ended"];
pub(crate) const TENSES: &[&str] = &["past", "present", "future", "untensed"];
pub(crate) const LINKS: &[&str] =
    &["main", "relative", "reported", "conditional", "before", "after", "while", "subordinate", "open"];
pub(crate) const NOMINALS: &[&str] = &[
    "actual",
    "planned",
    "intended",
    "possible",
    "unable",
    "refused",
    "hypothetical",
    "negative",
    "cancelled",
    "postponed",
    "held",
    "ended",
];

/// pack.yaml
pub(crate) static PACK: Shape = Shape::Object(PACK_KEYS);

static PACK_KEYS: &[Key] = &[
    needed(
        "pack",
        Shape::Text,
        "The pack's name: lower case, words joined by hyphens. Rules are reported as `pack/rule`.",
    ),
    key("version", Shape::Text, "Version of the pack, such as 1.2.0."),
    key("about", Shape::Text, "One line on what the pack is for."),
    key("licence", Shape::Text, "SPDX expression of its licence."),
    key("needs", Shape::Texts, "Packs whose word lists and predicates this one uses."),
    key(
        "vars",
        Shape::Map(&Shape::Texts),
        "Word lists by name, used in patterns as @name. An item @other takes in another list.",
    ),
    key("extend", Shape::Object(EXTEND), "What this pack changes in the packs it needs."),
    key(
        "nouns",
        Shape::Map(&Shape::Texts),
        "Head nouns that make a phrase a person, body, place or thing though nobody is named.",
    ),
    key(
        "nominals",
        Shape::Map(&Shape::Texts),
        "Verbs that say of an event named by a noun that it is planned, cancelled, …",
    ),
    key("silent", Shape::Texts, "Verbs that make no claims of their own: those of speech and the like."),
    key("entities", Shape::Objects(ENTITY), "People, bodies and places under all of their names."),
    key("predicates", Shape::Map(&Shape::Object(PREDICATE)), "What can be claimed, and its logic."),
    key("claims", Shape::Objects(RULE), "How text makes a claim."),
    key("checks", Shape::Objects(CHECK), "When two claims conflict, beyond the logic of their predicates."),
];

static EXTEND: &[Key] = &[
    key(
        "vars",
        Shape::Map(&Shape::Texts),
        "Words that join the lists of other packs, by pack and list: {meetings/gatherings: [palaver]}.",
    ),
    key("off", Shape::Texts, "Rules of other packs that are not to run, as `pack/rule`."),
];

static ENTITY: &[Key] = &[
    needed("name", Shape::Text, "The name it goes by."),
    key("kind", Shape::OneOf(&["person", "body", "place", "thing"]), "What sort of thing it is."),
    key("aliases", Shape::Texts, "Its other names."),
];

static BINDINGS: Shape = Shape::List(&Shape::Either(&Shape::Text, &Shape::Map(&Shape::Text)));

static PREDICATE: &[Key] = &[
    needed("roles", Shape::Map(&Shape::Type), "Roles by name, each with its type: {agent: party, place: place}."),
    key("about", Shape::Text, "What the predicate means."),
    key("kind", Shape::OneOf(&["event", "state"]), "Whether it happens or lasts. Default: event."),
    key("symmetric", Shape::Texts, "Two roles that may change places: [agent, with]."),
    key("one", Shape::Texts, "Roles of which one occurrence has one: two values conflict."),
    key("key", Shape::Texts, "Roles that say which occurrence it is. Default: entity roles not under `one`."),
    key(
        "apart",
        Shape::Texts,
        "Roles by which two claims are of two occurrences, where both name them in other words.",
    ),
    key("cumulative", Shape::Texts, "Figures that grow as news comes in (tolls): a later, higher one is an update."),
    key("single_holder", Shape::Texts, "Roles that only one can fill at a time for the rest of the key (an office)."),
    key("opposite", Shape::Texts, "Predicates that cannot hold of the same occurrence."),
    key("implies", Shape::Map(&BINDINGS), "Claims that follow: {present: [agent at place during time]}."),
    key(
        "presupposes",
        Shape::Map(&BINDINGS),
        "Claims that must have held before: {present: [agent at from until time]}.",
    ),
    key("travel", Shape::Flag, "Two places need the time to get from one to the other."),
    key(
        "lasts",
        Shape::OneOf(&["day", "year", "always"]),
        "How long a state holds where nothing says so: `day`, `year`, `always`.",
    ),
    key("synonyms", Shape::Texts, "Verbs whose open claims are claims of this predicate."),
    key("label", Shape::Text, "A sentence for messages: \"{agent} met {with}\"."),
];

static RULE: &[Key] = &[
    needed("id", Shape::Text, "Name of the rule, unique in its pack."),
    needed("predicate", Shape::Text, "The predicate it makes claims of."),
    needed("match", Shape::Texts, "Patterns; the first that fits a clause is taken."),
    key("about", Shape::Text, "What the rule is after."),
    key(
        "attach",
        Shape::Map(&Shape::Text),
        "Roles filled by adjuncts of the clause, by preposition: {place: \"in|at\", time: any}; `to …` takes what a verb behind it acts on.",
    ),
    key("set", Shape::Object(SET), "What the wording itself fixes."),
    key("when", Shape::Object(WHEN), "Conditions on the clause."),
    key("unless", Shape::Texts, "Words or phrase patterns that must not stand there."),
    key(
        "after",
        Shape::Texts,
        "Rules, as `rule` or `pack/rule`: only where one of them found something in this sentence or the one before.",
    ),
    key(
        "take",
        Shape::Either(&Shape::Texts, &Shape::Map(&Shape::Text)),
        "Roles filled from what the rule under `after` found: [agent, with], or {who: agent} where the names differ.",
    ),
    key("within", Shape::OneOf(&["clause", "sentence"]), "Where `unless` looks. Default: clause."),
];

static SET: &[Key] = &[
    key(
        "polarity",
        Shape::OneOf(POLARITIES),
        "`negative`: the wording denies the predicate; a negation in the clause turns it round.",
    ),
    key("modality", Shape::OneOf(MODALITIES), "In what sense it is claimed, where the clause itself is actual."),
    key("status", Shape::OneOf(STATUSES), "What became of the event."),
];

static WHEN: &[Key] = &[
    key("polarity", Shape::OneOf(POLARITIES), "Only clauses of this polarity."),
    key("modality", Shape::SomeOf(MODALITIES), "Only clauses of these modalities."),
    key("tense", Shape::SomeOf(TENSES), "Only clauses of these tenses."),
    key("voice", Shape::OneOf(&["active", "passive"]), "Only clauses of this voice."),
    key("link", Shape::SomeOf(LINKS), "Only clauses that hang on another in these ways."),
    key("object", Shape::Flag, "Only clauses with, or without, an object."),
    key("in_quotation", Shape::Flag, "Only inside, or only outside, quotation marks."),
    key("has", Shape::Texts, "Only where one of these words or phrase patterns stands in the same clause or sentence."),
];

static CHECK: &[Key] = &[
    needed("id", Shape::Text, "Name of the check, unique in its pack."),
    needed("check", Shape::OneOf(CHECKS), "The check it is reported as."),
    needed(
        "compare",
        Shape::Texts,
        "One predicate, or two: claims of the first are compared with claims of the second.",
    ),
    key(
        "same",
        Shape::Texts,
        "Roles that must agree for two claims to be of one occurrence: `agent`, or `agent = defendant`.",
    ),
    needed(
        "conflict",
        Shape::Texts,
        "What conflicts: `place disjoint`, `count differs`, `term exceeds maximum`, `polarity opposite`.",
    ),
    key("unless", Shape::SomeOf(SOFTENERS), "What makes a note of it."),
    key("severity", Shape::OneOf(SEVERITIES), "Default: warning."),
    key("message", Shape::Text, "One line; {role} stands for the first claim's, {other.role} for the second's."),
    key("why", Shape::Text, "The law broken, one line."),
];

pub(crate) const CHECKS: &[&str] = &[
    "polarity",
    "participant",
    "place",
    "time",
    "quantity",
    "attendance",
    "attribution",
    "quote",
    "name",
    "role",
    "order",
    "uniqueness",
    "status",
];
pub(crate) const SEVERITIES: &[&str] = &["error", "warning", "note"];
pub(crate) const SOFTENERS: &[&str] = &["two speakers", "later update", "approximate", "different grain"];

/// tests.yaml
pub(crate) static TESTS: Shape = Shape::Object(&[
    key(
        "claims",
        Shape::Map(&Shape::Objects(CLAIM_TEST)),
        "Examples by rule: those that make claims and those that must not.",
    ),
    key(
        "checks",
        Shape::Map(&Shape::Objects(CHECK_TEST)),
        "Sets of passages by check: those that conflict and those that do not.",
    ),
]);

static CLAIM_TEST: &[Key] = &[
    needed("text", Shape::Text, "The example."),
    key("published", Shape::Text, "Date of publication, YYYY-MM-DD."),
    needed(
        "claims",
        Shape::List(&Shape::Map(&Shape::Texts)),
        "Every claim of the rule's predicate that is expected, in full; [] for none.",
    ),
    key("todo", Shape::Flag, "A known gap: reported when it starts to pass."),
    key("about", Shape::Text, "What the example shows."),
];

static CHECK_TEST: &[Key] = &[
    needed(
        "passages",
        Shape::List(&Shape::Either(&Shape::Text, &Shape::Object(PASSAGE))),
        "The passages, each an article of its own.",
    ),
    needed("conflict", Shape::Flag, "Whether they conflict."),
    key("severity", Shape::OneOf(SEVERITIES), "The severity expected, after what softens it."),
    key("message", Shape::Text, "The message expected, its roles filled in."),
    key("todo", Shape::Flag, "A known gap: reported when it starts to pass."),
    key("about", Shape::Text, "What the example shows."),
];

static PASSAGE: &[Key] = &[
    needed("text", Shape::Text, "The passage."),
    key("published", Shape::Text, "Date of publication, YYYY-MM-DD."),
    key("source", Shape::Text, "The outlet."),
];
