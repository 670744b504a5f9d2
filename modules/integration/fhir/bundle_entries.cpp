#include "integration/fhir/bundle_entries.h"

namespace simiao::fhir {

using namespace Qt::StringLiterals;

namespace {

void checkKind(const Element &bundle)
{
    static const QStringList known{u"collection"_s, u"transaction"_s, u"document"_s, u"searchset"_s};
    if (bundle.text(u"resourceType"_s) != "Bundle"_L1)
        bundle.refuse(u"resourceType"_s, u"fhir.not-a-bundle"_s);
    if (const QString type = bundle.text(u"type"_s); !known.contains(type))
        bundle.refuse(u"type"_s, u"fhir.bundle-type"_s, type);
}

/// Bundle.entry.request: whether the resource is to be stored.
bool isToBeStored(const Element &entry)
{
    if (!entry.has(u"request"_s))
        return true;
    const auto request = entry.member(u"request"_s);
    const QString method = request.text(u"method"_s);
    request.skip({u"url"_s});
    if (method == "POST"_L1 || method == "PUT"_L1)
        return true;
    request.drop({}, RemarkCode::UnsupportedElement, method);
    return false;
}

BundleEntry entryOf(const Element &entry)
{
    BundleEntry read{entry.resource(), {}, {}, entry.text(u"fullUrl"_s)};
    read.type = read.resource.text(u"resourceType"_s);
    read.id = read.resource.text(u"id"_s);
    if (read.type.isEmpty())
        read.resource.refuse(u"resourceType"_s, u"fhir.type"_s, u"missing"_s);
    return read;
}

} // namespace

std::vector<BundleEntry> readEntries(const Element &bundle)
{
    checkKind(bundle);
    bundle.skip({u"id"_s});
    std::vector<BundleEntry> entries;
    for (const auto &entry : bundle.list(u"entry"_s)) {
        entry.skip({u"search"_s});
        if (!isToBeStored(entry))
            entry.skip({u"resource"_s, u"fullUrl"_s});
        else if (entry.has(u"resource"_s))
            entries.push_back(entryOf(entry));
    }
    return entries;
}

} // namespace simiao::fhir
