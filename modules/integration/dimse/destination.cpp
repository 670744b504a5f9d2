#include "integration/dimse/destination.h"

#include <algorithm>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

QString Destination::address() const
{
    return u"%1://%2@%3:%4"_s.arg(tls.isOn ? u"dicoms"_s : u"dicom"_s, calledAe, host).arg(port);
}

bool isAeTitle(const QString &title)
{
    constexpr qsizetype kLongest = 16;
    const auto isAllowed = [](QChar c) { return c >= u' ' && c <= u'~' && c != u'\\'; };
    return !title.trimmed().isEmpty() && title.size() <= kLongest && std::ranges::all_of(title, isAllowed);
}

} // namespace simiao::dimse
