#pragma once

#include <QString>

namespace simiao::dicomweb {

/// A study, a series of it, or an instance of that (PS3.18 10.1). UIDs that are usable, or empty from some level on.
struct Resource
{
    QString studyInstanceUid;
    QString seriesInstanceUid = {};
    QString sopInstanceUid = {};

    /// "/studies/1.2/series/1.3/instances/1.4"
    QString path() const
    {
        QString text = QStringLiteral("/studies/") + studyInstanceUid;
        if (!seriesInstanceUid.isEmpty())
            text += QStringLiteral("/series/") + seriesInstanceUid;
        if (!sopInstanceUid.isEmpty())
            text += QStringLiteral("/instances/") + sopInstanceUid;
        return text;
    }
};

} // namespace simiao::dicomweb
