#pragma once

#include <QByteArray>
#include <QtEndian>

namespace simiao::test {

/// One element, explicit VR little endian, with a length of 16 bits.
inline QByteArray element(quint32 tag, const char *vr, QByteArray value)
{
    if (value.size() % 2 != 0)
        value.append(qstrcmp(vr, "UI") == 0 ? '\0' : ' ');
    QByteArray head(8, '\0');
    qToLittleEndian(static_cast<quint16>(tag >> 16), head.data());
    qToLittleEndian(static_cast<quint16>(tag), head.data() + 2);
    head.replace(4, 2, vr);
    qToLittleEndian(static_cast<quint16>(value.size()), head.data() + 6);
    return head + value;
}

/// A small DICOM file: meta information and a data set with these UIDs. No pixels.
inline QByteArray dicomBytes(const QByteArray &study,
                             const QByteArray &series,
                             const QByteArray &instance,
                             qsizetype bytesOfText = 16)
{
    const QByteArray secondaryCapture = "1.2.840.10008.5.1.4.1.1.7";
    const QByteArray meta = element(0x00020002, "UI", secondaryCapture) + element(0x00020003, "UI", instance)
        + element(0x00020010, "UI", "1.2.840.10008.1.2.1");
    QByteArray length(4, '\0');
    qToLittleEndian(static_cast<quint32>(meta.size()), length.data());
    return QByteArray(128, '\0') + "DICM" + element(0x00020000, "UL", length) + meta
        + element(0x00080016, "UI", secondaryCapture) + element(0x00080018, "UI", instance)
        + element(0x0020000D, "UI", study) + element(0x0020000E, "UI", series)
        + element(0x00204000, "LT", QByteArray(bytesOfText, 'x'));
}

/// The same for the n-th instance of series 1.2.3 in study 1.2.
inline QByteArray instanceBytes(int number, qsizetype bytesOfText = 16)
{
    return dicomBytes("1.2", "1.2.3", "1.2.3." + QByteArray::number(number), bytesOfText);
}

} // namespace simiao::test
