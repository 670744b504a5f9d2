#include "integration/dicom/medium/record_element.h"

#include <QtEndian>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

namespace {

constexpr qsizetype kLongest = 0xFFFE;

QByteArray little(quint16 value)
{
    QByteArray bytes(sizeof(value), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

QByteArray recordElement(const DcmTagKey &tag, const char *vr, QByteArray value)
{
    value.truncate(kLongest);
    if (value.size() % 2 == 1)
        value.append(qstrcmp(vr, "UI") == 0 ? '\0' : ' ');
    return little(tag.getGroup()) + little(tag.getElement()) + QByteArray(vr, 2)
        + little(static_cast<quint16>(value.size())) + value;
}

} // namespace simiao::dicom
