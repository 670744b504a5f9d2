#include "workflow/read_reference.h"

#include "workflow/package_text.h"
#include "workflow/ports/library_queries.h"

namespace simiao::workflow {

using namespace Qt::StringLiterals;
using administration::Library;

namespace {

Error unreadable(const QString &detail)
{
    return {ErrorKind::Corrupt, u"package.unreadable"_s, detail};
}

/// Puts the active version of this kind, if there is one, in the place of the shipped one.
Result<void> putOwn(const PackageKind &kind,
                    const std::vector<Library> &libraries,
                    Date day,
                    ReferenceData &data)
{
    const auto *active = activeLibraryOf(libraries, kind.name);
    if (!active)
        return ok();
    const auto title = kind.name + u' ' + active->release;
    if (!active->isValidOn(day))
        return Error{ErrorKind::Invalid, u"package.period"_s, title};
    const auto read = readPackage(kind, active->content.toUtf8(), title, data);
    return read ? ok() : Result<void>(unreadable(read.error().detail));
}

} // namespace

Task<ReferenceReading> readReference(std::shared_ptr<Store> store, ReferenceData shipped, Date day)
{
    ReferenceReading reading{shipped, {}};
    for (const auto &kind : shipped.packages) {
        auto finding = find(store, query::activeLibrary, kind.name);
        const auto libraries = co_await finding;
        const auto put = libraries ? putOwn(kind, *libraries, day, reading.data)
                                   : Result<void>(unreadable(kind.name + u": "_s + libraries.error().code));
        if (!put)
            reading.problems.push_back(put.error());
    }
    co_return ReferenceReading(std::move(reading));
}

} // namespace simiao::workflow
