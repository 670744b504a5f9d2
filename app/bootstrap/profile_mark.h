#pragma once

#include "bootstrap/profile.h"

namespace simiao::bootstrap {

/// What stands in the profile about whose data it holds: `data/profile.kind`, so that it goes where the data go. A profile
/// without it is taken for a real one.
/// \returns Corrupt `profile.kind` (file) where something else stands there: it is opened as nothing at all
Result<sdk::ProfileKind> markedKind(const ProfileFolders &folders);

/// Writes the mark; an error of the disk.
Result<void> markProfile(const ProfileFolders &folders, sdk::ProfileKind kind);

/// Whose data the profile may be opened as, for a start that asks for `asked`. An empty profile becomes what is asked for and
/// is marked before anything else is written.
/// \returns Conflict `profile.not-training` (folder) for data that are not marked as practice; Conflict `profile.other-kind`
///          (the mark) for another mark. Data without a mark that are asked for as a demonstration stay Real: what they are
///          stands in the store
Result<sdk::ProfileKind> claimKind(const ProfileFolders &folders, sdk::ProfileKind asked);

/// What a start will be, before it is opened: for the first thing on the screen.
sdk::ProfileKind expectedKind(const ProfileFolders &folders, sdk::ProfileKind asked);

/// From now on the profile is to be put back to its beginning; the next opening does it. Survives a crash in between.
Result<void> askForReset(const ProfileFolders &folders);

/// Carries out what askForReset() asked for, where it did: data, drafts and cache of a training profile go, its mark and
/// settings stay. The profile must be locked and its store closed.
/// \returns Conflict `profile.not-training` (folder); Unavailable `profile.folder` (what cannot be removed)
Result<void> resetIfAsked(const ProfileFolders &folders);

} // namespace simiao::bootstrap
