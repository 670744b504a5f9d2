#pragma once

#include "core/date.h"
#include "core/json.h"
#include "domain/base/local_text.h"

#include <functional>
#include <optional>
#include <vector>

namespace simiao::workflow {

struct ReferenceData;

/// A file of rules, words or templates that a hospital may replace by a version of its own, called a package.
struct PackageKind
{
    /// Puts what the text says into the reference data; an error says where it does not fit, and leaves the data as it was.
    /// \param place  the file's name, which an error begins with
    using Apply = std::function<Result<void>(const Json &json, const QString &place, ReferenceData &data)>;

    QString name; ///< "allergy-rules"
    LocalText title;
    QString fileName;   ///< below resources/: "rules/allergy_classes.json"
    QByteArray shipped; ///< the text the program came with
    Apply apply;
};

/// All there are, in the order in which they are shown.
using PackageCatalogue = std::vector<PackageKind>;

/// The kind with this name; null when there is none.
const PackageKind *kindOf(const PackageCatalogue &catalogue, const QString &name);

/// Reads a text of this kind into `data`, or nothing of it.
/// \returns an error of JSON as "place:line:column"; Invalid `resources.shape` as "place: classes[3].code"
Result<void> readPackage(const PackageKind &kind,
                         const QByteArray &text,
                         const QString &place,
                         ReferenceData &data);

/// The same without keeping anything: whether it can be read.
Result<void> checkPackage(const PackageKind &kind, const QByteArray &text, const QString &place);

/// What a file says of itself: the members `name`, `version`, `source`, `validFrom` and `validTo` at its top.
struct PackageHeader
{
    QString name;    ///< empty where the file does not say it
    QString release; ///< `version`: one word, at most 64 characters, not "shipped"
    QString source;
    std::optional<Date> validFrom;
    std::optional<Date> validTo;

    bool operator==(const PackageHeader &) const = default;
};

/// \returns Invalid `resources.shape` at what is missing or no day; `validTo` too where it comes before `validFrom`
Result<PackageHeader> readPackageHeader(const Json &json, const QString &place);

} // namespace simiao::workflow
