#pragma once

#include <QFile>
#include <QtEndian>

namespace simiao::bench {

/// Whose slices these are; empty: nobody's.
struct SliceSubject
{
    QByteArray name;
    QByteArray id;
    QByteArray birthDate; ///< 20261122
};

/// One slice of a CT of 512 x 512, explicit VR little endian, as short as it can be.
class SliceFile
{
public:
    static constexpr int kEdge = 512;
    static constexpr double kStepMm = 0.6;

    explicit SliceFile(int slice, const SliceSubject &subject = {}, int bitsStored = 16)
    {
        m_bytes = QByteArray(128, '\0') + "DICM";
        text(0x0002, 0x0010, "UI", "1.2.840.10008.1.2.1");
        text(0x0008, 0x0005, "CS", "ISO_IR 192");
        text(0x0008, 0x0016, "UI", "1.2.840.10008.5.1.4.1.1.2");
        text(0x0008, 0x0018, "UI", "2.25.3." + QByteArray::number(slice + 1));
        text(0x0008, 0x0020, "DA", "20261122");
        text(0x0008, 0x0060, "CS", "CT");
        text(0x0010, 0x0010, "PN", subject.name);
        text(0x0010, 0x0020, "LO", subject.id);
        text(0x0010, 0x0030, "DA", subject.birthDate);
        text(0x0020, 0x000D, "UI", "2.25.1");
        text(0x0020, 0x000E, "UI", "2.25.2");
        text(0x0020, 0x0013, "IS", QByteArray::number(slice + 1));
        text(0x0020, 0x0032, "DS", "-175\\-175\\" + QByteArray::number(slice * kStepMm, 'f', 2));
        text(0x0020, 0x0037, "DS", "1\\0\\0\\0\\1\\0");
        word(0x0028, 0x0002, 1);
        text(0x0028, 0x0004, "CS", "MONOCHROME2");
        word(0x0028, 0x0010, kEdge);
        word(0x0028, 0x0011, kEdge);
        text(0x0028, 0x0030, "DS", "0.683594\\0.683594");
        word(0x0028, 0x0100, 16);
        word(0x0028, 0x0101, bitsStored);
        word(0x0028, 0x0102, bitsStored - 1);
        word(0x0028, 0x0103, 1);
        text(0x0028, 0x1050, "DS", "40");
        text(0x0028, 0x1051, "DS", "400");
        text(0x0028, 0x1052, "DS", "-1024");
        text(0x0028, 0x1053, "DS", "1");
        number(0x7FE0);
        number(0x0010);
        m_bytes += "OW" + QByteArray(2, '\0');
        number(quint32(kEdge * kEdge * 2));
        const auto pixel = qToLittleEndian(qint16(slice));
        m_bytes += QByteArray(reinterpret_cast<const char *>(&pixel), sizeof pixel).repeated(kEdge * kEdge);
    }

    bool write(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(m_bytes) == m_bytes.size();
    }

private:
    template <typename T>
    void put(T value)
    {
        value = qToLittleEndian(value);
        m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    void number(int value) { put(quint16(value)); }
    void number(quint32 value) { put(value); }
    void text(int group, int element, const char *vr, QByteArray value)
    {
        value.append(value.size() % 2, ' ');
        number(group);
        number(element);
        m_bytes += vr;
        number(int(value.size()));
        m_bytes += value;
    }
    void word(int group, int element, int value)
    {
        number(group);
        number(element);
        m_bytes += "US";
        number(2);
        number(value);
    }

    QByteArray m_bytes;
};

} // namespace simiao::bench
