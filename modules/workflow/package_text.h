#pragma once

#include "domain/administration/library.h"
#include "workflow/package_kind.h"

namespace simiao::workflow {

/// The text that holds of one kind.
struct PackageText
{
    QByteArray text;
    QString release;        ///< empty where a shipped file does not say it
    bool isShipped = false; ///< else a version of the hospital

    bool operator==(const PackageText &) const = default;
};

/// What the program came with.
PackageText shippedText(const PackageKind &kind);

/// What holds on a day: the hospital's active version while its period lasts, else the shipped text.
PackageText textInForce(const PackageKind &kind,
                        const std::vector<administration::Library> &libraries,
                        Date day);

/// The text of one version; `release` empty means the shipped one. Nothing where there is no such version.
std::optional<PackageText> textOf(const PackageKind &kind,
                                  const std::vector<administration::Library> &libraries,
                                  const QString &release);

/// The version of `kind` with this release, or null.
const administration::Library *libraryOf(const std::vector<administration::Library> &libraries,
                                         const QString &name,
                                         const QString &release);

/// The version that is active, whether its period holds today or not; null when none is.
const administration::Library *activeLibraryOf(const std::vector<administration::Library> &libraries,
                                               const QString &name);

} // namespace simiao::workflow
