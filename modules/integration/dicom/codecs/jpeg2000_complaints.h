#pragma once

#include <QString>

namespace simiao::dicom {

/// What a decoder had to say of a codestream.
struct Jpeg2000Complaints
{
    QString first;
    int count = 0;

    void add(const char *message)
    {
        if (count++ == 0)
            first = QString::fromUtf8(message).trimmed();
    }
};

} // namespace simiao::dicom
