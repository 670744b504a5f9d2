#include "integration/dicom/dataset_bytes.h"

#include "core/try.h"
#include "integration/dicom/codecs/inflate.h"
#include "integration/dicom/part10.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <vector>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kLargestInflated = std::size_t{256} << 20;
constexpr qint64 kLongestUid = 64;

/// A device that owns the bytes it reads from.
class OwnedBytes : public QBuffer
{
public:
    explicit OwnedBytes(std::vector<std::byte> bytes)
        : m_bytes(std::move(bytes))
    {
        setData(QByteArray::fromRawData(reinterpret_cast<const char *>(m_bytes.data()),
                                        static_cast<qsizetype>(m_bytes.size())));
        open(QIODevice::ReadOnly);
    }

private:
    std::vector<std::byte> m_bytes;
};

qint64 startOf(QIODevice &file)
{
    const QByteArray head = file.peek(kMetaStart);
    if (hasDicomMark(head))
        return kMetaStart;
    if (head.size() < 8)
        return -1;
    // A bare data set begins in group 0002 or 0008, of either byte order.
    const bool isLittle = (head[0] == 2 || head[0] == 8) && head[1] == 0 && head[3] == 0;
    const bool isBig = head[0] == 0 && head[1] == 8 && head[2] == 0;
    return isLittle || isBig ? 0 : -1;
}

/// Steps over one element of group 0002; `uid` gets the transfer syntax when it is that. False behind the group.
bool stepOverMeta(QIODevice &file, QString &uid)
{
    const QByteArray head = file.peek(12);
    if (head.size() < 8 || qFromLittleEndian<quint16>(head.constData()) != 0x0002)
        return false;
    const bool isLong = QByteArray("OB OW UN").contains(head.mid(4, 2)) && head.size() == 12;
    const qint64 size = isLong ? qFromLittleEndian<quint32>(head.constData() + 8)
                               : qFromLittleEndian<quint16>(head.constData() + 6);
    file.skip(isLong ? 12 : 8);
    if (qFromLittleEndian<quint16>(head.constData() + 2) == 0x0010 && size <= kLongestUid + 1) {
        const QByteArray value = file.peek(size);
        uid = QString::fromLatin1(value.left(value.indexOf('\0') < 0 ? size : value.indexOf('\0'))).trimmed();
    }
    return file.pos() + size <= file.size() && file.seek(file.pos() + size);
}

/// A bare data set has no meta information, but may be in big endian.
QString guessedSyntax(const QByteArray &head)
{
    const bool isBig = head.size() >= 4 && head[0] == 0 && head[1] == 8 && head[2] == 0;
    return isBig ? u"1.2.840.10008.1.2.2"_s : QString();
}

Result<DatasetBytes> inflatedBytes(QIODevice &file, const QString &syntax)
{
    const QByteArray deflated = file.readAll();
    auto inflated = inflate(std::as_bytes(std::span(deflated.constData(), std::size_t(deflated.size()))),
                            kLargestInflated);
    if (inflated.isTooLarge)
        return Error{.kind = ErrorKind::Invalid, .code = u"imaging.file-too-large"_s, .detail = u"256 MiB"_s};
    if (inflated.bytes.empty())
        return Error{.kind = ErrorKind::Corrupt,
                     .code = u"imaging.file-damaged"_s,
                     .detail = u"the deflated data set cannot be inflated"_s};
    return DatasetBytes{.device = std::make_unique<OwnedBytes>(std::move(inflated.bytes)),
                        .start = 0,
                        .transferSyntax = syntax,
                        .isInflated = true,
                        .isWhole = inflated.isWhole};
}

} // namespace

Result<DatasetBytes> openDatasetBytes(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!QFileInfo(path).isFile() || !file->open(QIODevice::ReadOnly))
        return Error{.kind = ErrorKind::NotFound, .code = u"imaging.file-missing"_s};
    return datasetBytesIn(std::move(file));
}

Result<DatasetBytes> openDatasetBytes(const QByteArray &file)
{
    auto device = std::make_unique<QBuffer>();
    device->setData(file);
    device->open(QIODevice::ReadOnly);
    return datasetBytesIn(std::move(device));
}

Result<DatasetBytes> datasetBytesIn(std::unique_ptr<QIODevice> file)
{
    const qint64 start = startOf(*file);
    if (start < 0)
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"imaging.not-dicom"_s,
                     .detail = u"no DICM at byte 128, no element of group 0002 or 0008 at byte 0"_s};

    file->seek(start);
    QString syntax = guessedSyntax(file->peek(4));
    while (stepOverMeta(*file, syntax)) {}
    if (syntax == u"1.2.840.10008.1.2.1.99"_s)
        return inflatedBytes(*file, syntax);
    const qint64 datasetStart = file->pos();
    return DatasetBytes{.device = std::move(file), .start = datasetStart, .transferSyntax = syntax};
}

} // namespace simiao::dicom
