//! Places of the world: names, what they lie in, where they are on the globe.

/// A place's number in the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub u32);
