#include "integration/dicom/confidentiality/object_file.h"

#include "integration/dicom/element_walker.h"
#include "integration/dicom/fragments.h"
#include "integration/dicom/uid.h"

#include <QIODevice>
#include <QtEndian>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kPreamble = 128;
constexpr qint64 kDelimiter = 8;

template <typename T>
QByteArray little(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/// One element of group 0002, whose values are short.
QByteArray metaElement(quint16 element, const char *vr, QByteArray value, char padding = '\0')
{
    if (value.size() % 2 == 1)
        value.append(padding);
    return little<quint16>(0x0002) + little(element) + QByteArray(vr, 2)
        + little(static_cast<quint16>(value.size())) + value;
}

E_TransferSyntax encodingOf(const DatasetLayout &layout)
{
    if (layout.isImplicit)
        return layout.isBigEndian ? EXS_BigEndianImplicit : EXS_LittleEndianImplicit;
    return layout.isBigEndian ? EXS_BigEndianExplicit : EXS_LittleEndianExplicit;
}

} // namespace

QString nativeSyntaxOf(const DatasetLayout &layout)
{
    if (layout.isBigEndian)
        return u"1.2.840.10008.1.2.2"_s;
    return layout.isImplicit ? u"1.2.840.10008.1.2"_s : u"1.2.840.10008.1.2.1"_s;
}

QByteArray fileMeta(const QString &sopClassUid, const QString &sopInstanceUid, const QString &transferSyntax)
{
    const QByteArray version = little<quint16>(0x0002) + little<quint16>(0x0001) + QByteArray("OB\0\0", 4)
        + little<quint32>(2) + QByteArray("\0\1", 2);
    const QByteArray body = version + metaElement(0x0002, "UI", sopClassUid.toLatin1())
        + metaElement(0x0003, "UI", sopInstanceUid.toLatin1())
        + metaElement(0x0010, "UI", transferSyntax.toLatin1())
        + metaElement(0x0012, "UI", derivedUid(u"simiao"_s, u"implementation"_s).toLatin1())
        + metaElement(0x0013, "SH", "SIMIAO", ' ');
    return QByteArray(kPreamble, '\0') + "DICM"
        + metaElement(0x0000, "UL", little(static_cast<quint32>(body.size()))) + body;
}

Result<QByteArray> encodedAttributes(DcmDataset &dataset, const DatasetLayout &layout)
{
    QByteArray room(1 << 16, '\0');
    QByteArray encoded;
    DcmOutputBufferStream stream(room.data(), room.size());
    dataset.transferInit();
    OFCondition condition = EC_StreamNotifyClient;
    while (condition == EC_StreamNotifyClient) {
        condition = dataset.write(stream, encodingOf(layout), EET_ExplicitLength, nullptr, EGL_withoutGL);
        void *bytes = nullptr;
        offile_off_t length = 0;
        stream.flushBuffer(bytes, length);
        encoded.append(static_cast<const char *>(bytes), static_cast<qsizetype>(length));
    }
    dataset.transferEnd();
    if (condition.bad())
        return Error{ErrorKind::Internal, u"imaging.encoding"_s, QString::fromLatin1(condition.text())};
    return encoded;
}

Result<PixelElement> pixelElement(QIODevice &device, const DatasetLayout &layout)
{
    const auto &place = *layout.pixels;
    qint64 end = place.offset + place.length;
    bool isWhole = end <= device.size();
    if (place.isEncapsulated) {
        const auto list = readFragments(device, place);
        if (!list.fragments.empty())
            end = list.fragments.back().offset + list.fragments.back().length + kDelimiter;
        isWhole = list.isWhole && !list.fragments.empty() && end <= device.size();
    }
    if (!isWhole)
        return Error{ErrorKind::Corrupt, u"imaging.pixels-missing"_s,
                     u"the file ends within the pixel data"_s};
    return PixelElement{layout.headerEnd, end - layout.headerEnd};
}

} // namespace simiao::dicom
