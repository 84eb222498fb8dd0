//! The words by which packs name polarities, modalities, tenses and the like.

use crate::annotate::clause::ClauseLink;
use crate::annotate::verb::{Modality, Polarity, Tense, Voice};
use crate::extract::Status;

pub(crate) fn polarity(text: &str) -> Option<Polarity> {
    Some(match text {
        "positive" => Polarity::Positive,
        "negative" => Polarity::Negative,
        _ => return None,
    })
}

pub(crate) fn polarity_name(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Positive => "positive",
        Polarity::Negative => "negative",
    }
}

pub(crate) fn modality(text: &str) -> Option<Modality> {
    Some(match text {
        "actual" => Modality::Actual,
        "planned" => Modality::Planned,
        "intended" => Modality::Intended,
        "possible" => Modality::Possible,
        "unable" => Modality::Unable,
        "refused" => Modality::Refused,
        "hypothetical" => Modality::Hypothetical,
        _ => return None,
    })
}

pub(crate) fn modality_name(modality: Modality) -> &'static str {
    match modality {
        Modality::Actual => "actual",
        Modality::Planned => "planned",
        Modality::Intended => "intended",
        Modality::Possible => "possible",
        Modality::Unable => "unable",
        Modality::Refused => "refused",
        Modality::Hypothetical => "hypothetical",
    }
}

pub(crate) fn tense(text: &str) -> Option<Tense> {
    Some(match text {
        "past" => Tense::Past,
        "present" => Tense::Present,
        "future" => Tense::Future,
        "untensed" => Tense::Untensed,
        _ => return None,
    })
}

pub(crate) fn voice(text: &str) -> Option<Voice> {
    Some(match text {
        "active" => Voice::Active,
        "passive" => Voice::Passive,
        _ => return None,
    })
}

pub(crate) fn status(text: &str) -> Option<Status> {
    Some(match text {
        "cancelled" => Status::Cancelled,
        "postponed" => Status::Postponed,
        "held" => Status::Held,
        "ended" => Status::Ended,
        _ => return None,
    })
}

pub(crate) fn status_name(status: Status) -> &'static str {
    match status {
        Status::Cancelled => "cancelled",
        Status::Postponed => "postponed",
        Status::Held => "held",
        Status::Ended => "ended",
    }
}

pub(crate) fn link(text: &str) -> Option<ClauseLink> {
    Some(match text {
        "main" => ClauseLink::Main,
        "relative" => ClauseLink::Relative,
        "reported" => ClauseLink::Reported,
        "conditional" => ClauseLink::Conditional,
        "before" => ClauseLink::Before,
        "after" => ClauseLink::After,
        "while" => ClauseLink::While,
        "subordinate" => ClauseLink::Subordinate,
        "open" => ClauseLink::Open,
        _ => return None,
    })
}
