//! Small stories of several reports: what contradicts itself and what only seems to.
