//! Whether two posts are over different matters, going by the words for them.
//!
//! Papers name one department in several ways ("communications", "press and public affairs"), so that words of one walk
//! are one matter, and so is a part of a wider one.

use crate::graph::synonyms;
use compact_str::CompactString;
use std::collections::BTreeSet;

/// Words that papers exchange for one department, by stem.
const WALKS: &[&[&str]] = &[
    &[
        "communication",
        "press",
        "media",
        "public",
        "corporate",
        "relation",
        "affair",
        "information",
        "external",
        "marketing",
    ],
    &["finance", "financial", "treasury", "account", "accounting", "fiscal", "budget"],
    &["people", "personnel", "human", "hr", "resource", "staff", "staffing", "workforce"],
    &["technology", "digital", "it", "information", "data", "cyber", "computing", "computer", "innovation"],
    &["nurse", "nursing", "midwifery", "care", "ward", "clinical", "patient"],
    &["infection", "infectious", "disease", "microbiology", "epidemiology", "health", "medical", "medicine", "hygiene"],
    &["sale", "commercial", "marketing", "business", "revenue", "customer", "retail"],
    &["operation", "logistics", "transport", "traffic", "service", "network"],
    &["security", "safety", "risk", "compliance", "protection", "resilience"],
    &["research", "science", "scientific", "development", "innovation", "study"],
    &["policy", "advocacy", "campaign", "strategy", "planning", "public", "affair"],
    &["estate", "property", "building", "facility", "maintenance", "work", "engineering", "infrastructure"],
    &["education", "school", "teaching", "learning", "academic", "curriculum", "training", "student"],
    &["environment", "environmental", "climate", "nature", "conservation", "wildlife", "water", "ecology"],
    &["emergency", "rescue", "disaster", "civil", "crisis", "fire"],
    &["crime", "criminal", "investigation", "detective", "homicide", "murder", "police"],
    &["culture", "art", "artistic", "programme", "program", "exhibition", "collection", "music"],
    &["football", "sport", "sporting", "cricket", "rugby", "performance", "coaching"],
    &["supervision", "regulation", "supervisory", "oversight", "banking", "bank", "financial"],
    &["news", "editorial", "content", "programme", "journalism"],
];

/// Whether neither is the other, a part of it or of the same walk.
pub(super) fn apart(a: &BTreeSet<CompactString>, b: &BTreeSet<CompactString>) -> bool {
    !a.is_empty() && !b.is_empty() && a.iter().all(|one| b.iter().all(|two| !alike(one, two)))
}

fn alike(a: &str, b: &str) -> bool {
    if a == b || synonyms(a, b) {
        return true;
    }
    let stem = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let walk = WALKS.iter().any(|walk| walk.contains(&a) && walk.contains(&b));
    stem >= 4 && stem * 2 >= a.len().max(b.len()) || walk
}

/// Whether a word is one of those for departments.
pub(super) fn known(word: &str) -> bool {
    WALKS.iter().any(|walk| walk.contains(&word))
}
