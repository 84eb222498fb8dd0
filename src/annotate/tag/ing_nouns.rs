//! The nouns by which a word in "-ing" beside them is judged: what moves, what happens, what a participle usually
//! describes.

/// Participles that news uses as adjectives.
pub(super) fn is_usual(lower: &str) -> bool {
    matches!(
        lower,
        "mounting"
            | "growing"
            | "leading"
            | "existing"
            | "remaining"
            | "opposing"
            | "visiting"
            | "neighbouring"
            | "neighboring"
            | "surrounding"
            | "surviving"
            | "warring"
            | "competing"
            | "conflicting"
            | "damning"
            | "increasing"
            | "continuing"
            | "working"
            | "living"
            | "freezing"
    )
}

/// What moves may be landing or crossing itself.
pub(super) fn moves(lower: &str) -> bool {
    is_vehicle(lower) || matches!(lower, "company" | "firm" | "report" | "team" | "crowd" | "crew")
}

pub(super) fn is_vehicle(lower: &str) -> bool {
    matches!(
        lower,
        "plane"
            | "jet"
            | "ship"
            | "ferry"
            | "boat"
            | "car"
            | "train"
            | "bus"
            | "helicopter"
            | "aircraft"
            | "truck"
            | "lorry"
            | "vessel"
            | "flight"
            | "van"
    )
}

/// Events and things named by a word in "-ing", which news puts behind another noun.
pub(super) fn is_event(lower: &str) -> bool {
    matches!(
        lower,
        "warning"
            | "crossing"
            | "hearing"
            | "ruling"
            | "meeting"
            | "briefing"
            | "funding"
            | "spending"
            | "shooting"
            | "stabbing"
            | "bombing"
            | "killing"
            | "landing"
            | "rating"
            | "listing"
            | "offering"
            | "filing"
            | "training"
            | "testing"
            | "planning"
            | "building"
            | "housing"
            | "parking"
            | "rigging"
            | "trading"
            | "lending"
            | "borrowing"
            | "banking"
            | "sailing"
            | "screening"
            | "gathering"
            | "wedding"
            | "opening"
            | "closing"
            | "saving"
            | "holding"
            | "laundering"
            | "trafficking"
            | "smuggling"
            | "fixing"
            | "poisoning"
            | "drilling"
            | "mining"
    )
}
