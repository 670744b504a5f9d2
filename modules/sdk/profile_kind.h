#pragma once

#include <QString>

namespace simiao::sdk {

/// Whose data a profile holds. It is the profile's, whatever the program was started with.
enum class ProfileKind {
    Real,
    Demo,     ///< invented people, to look around
    Training, ///< invented people, to practise on; can be put back to its beginning
};

/// "real", "demo", "training", as it stands on the disk.
QString profileKindName(ProfileKind kind);

/// The words that stand on every window and every print of a profile that is not real, in the interface's language; empty
/// for a real one.
QString profileMark(ProfileKind kind);

/// One word of it, for a window's title; empty for a real one.
QString profileWord(ProfileKind kind);

} // namespace simiao::sdk
