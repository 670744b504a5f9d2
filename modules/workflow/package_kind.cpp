#include "workflow/package_kind.h"

#include "core/try.h"
#include "workflow/reference_data.h"

#include <algorithm>

namespace simiao::workflow {

using namespace Qt::StringLiterals;

namespace {

Result<Json> parse(const QByteArray &text, const QString &place)
{
    auto json = Json::parse(text);
    if (json)
        return json;
    return Error{json.error().kind, json.error().code, place + u':' + json.error().detail};
}

Error wrong(const QString &place, const QString &member)
{
    return {ErrorKind::Invalid, u"resources.shape"_s, place + u": "_s + member};
}

Result<QString> textAt(const Json &json, const QString &member, const QString &place)
{
    const QString text = json[member].toString().trimmed();
    return text.isEmpty() ? Result<QString>(wrong(place, member)) : text;
}

Result<std::optional<Date>> dayAt(const Json &json, const QString &member, const QString &place)
{
    if (json[member].isNull())
        return std::optional<Date>();
    const auto day = Date::parse(json[member].toString());
    return day ? std::optional(*day) : Result<std::optional<Date>>(wrong(place, member));
}

/// One word, so that it can be named on a command line; "shipped" there means the text the program came with.
bool isRelease(const QString &text)
{
    constexpr qsizetype kLongest = 64;
    const bool hasBlank = std::ranges::any_of(text, [](QChar c) { return c.isSpace(); });
    return !hasBlank && text.size() <= kLongest && text != "shipped"_L1;
}

} // namespace

const PackageKind *kindOf(const PackageCatalogue &catalogue, const QString &name)
{
    const auto found = std::ranges::find(catalogue, name, &PackageKind::name);
    return found == catalogue.end() ? nullptr : &*found;
}

Result<void> readPackage(const PackageKind &kind,
                         const QByteArray &text,
                         const QString &place,
                         ReferenceData &data)
{
    TRY(const auto json, parse(text, place));
    return kind.apply(json, place, data);
}

Result<void> checkPackage(const PackageKind &kind, const QByteArray &text, const QString &place)
{
    ReferenceData scratch;
    return readPackage(kind, text, place, scratch);
}

Result<PackageHeader> readPackageHeader(const Json &json, const QString &place)
{
    PackageHeader header;
    header.name = json[u"name"_s].toString();
    TRY(header.release, textAt(json, u"version"_s, place));
    if (!isRelease(header.release))
        return wrong(place, u"version"_s);
    TRY(header.source, textAt(json, u"source"_s, place));
    TRY(header.validFrom, dayAt(json, u"validFrom"_s, place));
    TRY(header.validTo, dayAt(json, u"validTo"_s, place));
    if (header.validFrom && header.validTo && *header.validTo < *header.validFrom)
        return wrong(place, u"validTo"_s);
    return header;
}

} // namespace simiao::workflow
